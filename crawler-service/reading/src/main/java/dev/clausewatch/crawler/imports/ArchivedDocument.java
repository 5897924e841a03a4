package dev.clausewatch.crawler.imports;

import dev.clausewatch.events.Ids;
import java.util.List;

/**
 * A document of an archive.
 *
 * @param service name of its folder, which is the declaration's file name without {@code .json}
 * @param termsType name of its file without {@code .md}
 * @param versions in the order of the commits; dates may go back
 */
public record ArchivedDocument(String service, String termsType, List<ArchivedVersion> versions) {

    public ArchivedDocument {
        versions = List.copyOf(versions);
    }

    /** {@link Ids#document}: the same that a declaration of that file name gives. */
    public String id() {
        return Ids.document(service, termsType, null);
    }
}
