package dev.clausewatch.crawler;

import dev.clausewatch.crawler.fetch.FetchConfig;
import dev.clausewatch.crawler.fetch.PageFetcher;
import dev.clausewatch.crawler.politeness.PolitenessConfig;
import dev.clausewatch.crawler.politeness.Robots;
import dev.clausewatch.crawler.politeness.RobotsCache;
import dev.clausewatch.crawler.politeness.UnlimitedHosts;
import dev.clausewatch.crawler.render.PageRenderer;
import dev.clausewatch.crawler.render.RenderConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Makes what the service uses of its cores, with the service's settings. */
@Singleton
class CrawlerSetup {

    /** Made at the start: a User-Agent that names nobody stops the service before it asks any site. */
    @Produces
    @Singleton
    @Startup
    PageFetcher fetcher(FetchConfig config, Clock clock) {
        return new PageFetcher(config.settings(), clock);
    }

    void close(@Disposes PageFetcher fetcher) {
        fetcher.close();
    }

    @Produces
    @Singleton
    PageRenderer renderer(RenderConfig config, FetchConfig fetching, PageFetcher fetcher, Clock clock) {
        return new PageRenderer(config.settings(), fetching.settings(), fetcher, clock);
    }

    void close(@Disposes PageRenderer renderer) {
        renderer.close();
    }

    @Produces
    @Singleton
    Robots robots(PageFetcher fetcher, RobotsCache kept, PolitenessConfig config, Clock clock) {
        return new Robots(fetcher, kept, config.robots(), clock);
    }

    @Produces
    @Singleton
    UnlimitedHosts unlimited(PolitenessConfig config) {
        return new UnlimitedHosts(config.unlimitedHosts().orElse(List.of()), config.unlimitedAtOnce());
    }
}
