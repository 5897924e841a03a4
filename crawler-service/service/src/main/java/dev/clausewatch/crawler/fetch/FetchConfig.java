package dev.clausewatch.crawler.fetch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How pages are fetched. */
@ConfigMapping(prefix = "clausewatch.fetch")
public interface FetchConfig {

    /** Who asks, with an address where a site can say that it minds: a URL or an e-mail address. */
    @WithDefault("Clausewatch/0.1 (+https://github.com/clausewatch/clausewatch; terms of service monitor)")
    String userAgent();

    /** Time for a whole page, redirects included, however slowly it drips. */
    @WithDefault("30s")
    Duration deadline();

    /** Time to connect to a server. */
    @WithDefault("10s")
    Duration connectTimeout();

    /** Redirects followed for one page. */
    @WithDefault("5")
    int redirects();

    /** Whether private and loopback addresses may be asked: for tests, demonstrations and intranets. */
    @WithDefault("false")
    boolean allowPrivateAddresses();

    /** Connections to one host at most; politeness allows fewer. */
    @WithDefault("8")
    int connectionsPerHost();

    /**
     * How long answers that nothing changed (304) are believed after a page itself came; then it is asked for whole, since some
     * servers say so for ever.
     */
    @WithDefault("P5D")
    Duration believeNotModified();

    /** The same as a value. */
    default FetchSettings settings() {
        return new FetchSettings(
                userAgent(),
                deadline(),
                connectTimeout(),
                redirects(),
                allowPrivateAddresses(),
                connectionsPerHost(),
                believeNotModified());
    }
}
