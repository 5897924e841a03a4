package dev.clausewatch.crawler.fetch;

import java.net.URI;

/**
 * What to fetch.
 *
 * @param url http or https
 * @param validators from the last time; with any, the server may answer that nothing changed
 * @param anyType whether every media type is welcome, as for robots.txt
 */
public record PageRequest(URI url, Validators validators, boolean anyType) {

    /** A document's page. */
    public static PageRequest page(URI url, Validators validators) {
        return new PageRequest(url, validators, false);
    }
}
