package dev.clausewatch.crawler.fetch;

import java.time.Duration;

/**
 * How pages are fetched.
 *
 * @param userAgent who asks, with an address where a site can say that it minds
 * @param deadline time for a whole page, redirects included, however slowly it drips
 * @param connectTimeout time to connect to a server
 * @param redirects followed for one page
 * @param allowPrivateAddresses whether private and loopback addresses may be asked
 * @param connectionsPerHost at most
 * @param believeNotModified how long answers that nothing changed (304) are believed after a page itself came
 */
public record FetchSettings(
        String userAgent,
        Duration deadline,
        Duration connectTimeout,
        int redirects,
        boolean allowPrivateAddresses,
        int connectionsPerHost,
        Duration believeNotModified) {

    /** What holds where nothing else is set. */
    public static final FetchSettings USUAL = new FetchSettings(
            "Clausewatch/0.1 (+https://github.com/clausewatch/clausewatch; terms of service monitor)",
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            5,
            false,
            8,
            Duration.ofDays(5));

    /** The same for an intranet, or for a site on this machine. */
    public FetchSettings allowingPrivateAddresses() {
        return new FetchSettings(
                userAgent, deadline, connectTimeout, redirects, true, connectionsPerHost, believeNotModified);
    }
}
