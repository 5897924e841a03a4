package dev.clausewatch.crawler.imports;

import dev.clausewatch.crawler.imports.ImportBatch.VersionPart;
import java.time.Instant;

/**
 * Where an imported snapshot comes from, kept with it.
 *
 * @param archive name or address, without credentials
 * @param commit that recorded the version
 * @param path of its file in that commit
 * @param date when the archive fetched the page
 */
record Provenance(String archive, String commit, String path, Instant date) {

    static Provenance of(String archive, VersionPart version) {
        return new Provenance(archive, version.commit(), version.path(), version.date());
    }
}
