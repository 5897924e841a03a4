package dev.clausewatch.cli.search;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * A query with the provisions that answer it.
 *
 * @param query what is asked
 * @param kind {@code words} or {@code meaning}
 * @param expected any of these is right
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record QueryCase(String query, String kind, List<Expected> expected) {

    /** A provision by its document's id and a few of its words. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Expected(String document, String phrase) {}
}
