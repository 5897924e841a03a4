package dev.clausewatch.crawler.fetch;

import java.time.Duration;

/** Settings of a fetcher in tests. */
public final class TestSettings {

    private static final String USER_AGENT = "clausewatch-test (+https://crawler.example/about)";

    private TestSettings() {}

    /** With the usual User-Agent. */
    public static FetchSettings of(boolean allowPrivateAddresses, Duration deadline) {
        return of(allowPrivateAddresses, deadline, USER_AGENT);
    }

    static FetchSettings of(boolean allowPrivateAddresses, Duration deadline, String userAgent) {
        return new FetchSettings(
                userAgent, deadline, Duration.ofSeconds(2), 5, allowPrivateAddresses, 4, Duration.ofDays(5));
    }
}
