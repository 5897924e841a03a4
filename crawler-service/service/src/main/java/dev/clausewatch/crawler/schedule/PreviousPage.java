package dev.clausewatch.crawler.schedule;

import dev.clausewatch.crawler.archive.CapturedSource;
import dev.clausewatch.crawler.fetch.Validators;
import dev.clausewatch.events.Ids;
import org.jspecify.annotations.Nullable;

/**
 * What the last capture that worked left of a page for the next one.
 *
 * @param url the declared address
 * @param validators what its server gave
 * @param read {@link #fingerprint} of what was read; absent where an earlier release captured it
 */
record PreviousPage(
        String url, Validators validators, @Nullable String read) {

    /** The same for everything that gives the same text in the same way of reading. */
    static String fingerprint(CapturedSource page) {
        return Ids.sha256(String.join(
                "\n",
                page.raw().sha256(),
                page.raw().finalUrl(),
                String.valueOf(page.raw().mediaType()),
                String.valueOf(page.charset())));
    }

    boolean sameRead(PreviousPage other) {
        return read != null && read.equals(other.read);
    }
}
