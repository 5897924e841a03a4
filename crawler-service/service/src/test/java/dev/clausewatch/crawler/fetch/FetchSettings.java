package dev.clausewatch.crawler.fetch;

import java.time.Duration;

/** Settings of a fetcher in tests. */
record FetchSettings(boolean allowPrivateAddresses, Duration deadline, String userAgent) implements FetchConfig {

    FetchSettings(boolean allowPrivateAddresses, Duration deadline) {
        this(allowPrivateAddresses, deadline, "clausewatch-test (+https://crawler.example/about)");
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(2);
    }

    @Override
    public int redirects() {
        return 5;
    }

    @Override
    public int connectionsPerHost() {
        return 4;
    }

    @Override
    public Duration believeNotModified() {
        return Duration.ofDays(5);
    }
}
