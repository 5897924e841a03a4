package dev.clausewatch.crawler.politeness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.fetch.FetchOutcome.Failed;
import dev.clausewatch.crawler.fetch.PageFetcher;
import dev.clausewatch.servers.Page;
import dev.clausewatch.servers.SiteServer;
import dev.clausewatch.servers.Status;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import dev.clausewatch.testing.site.Redirect;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9309, with a day's cache as in production. */
@QuarkusTest
@WithKafka
@WithPostgres
@SuppressWarnings("NullAway.Init")
class RobotsRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @Inject
    PageFetcher fetcher;

    @Inject
    RobotsRepository kept;

    private SiteServer site;

    @BeforeEach
    void start() throws IOException {
        site = SiteServer.start();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void asksOnceADayAlsoWhenTheServiceStartsAnew() {
        site.on("/robots.txt", new Page("User-agent: *\nDisallow: /private"));
        assertEquals(
                FailureReason.ROBOTS_DISALLOWED,
                refusal(robots(NOW), "/private").reason());
        Robots restarted = robots(NOW.plus(Duration.ofHours(23)));
        assertEquals(
                FailureReason.ROBOTS_DISALLOWED, refusal(restarted, "/private").reason());
        assertInstanceOf(RobotsDecision.Allowed.class, check(restarted, "/terms"));
        assertEquals(1, site.requests().size());
        assertInstanceOf(RobotsDecision.Allowed.class, check(robots(NOW.plus(Duration.ofHours(25))), "/terms"));
        assertEquals(2, site.requests().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410})
    void allowsAllWhereThereIsNoFile(int status) {
        site.on("/robots.txt", new Status(status));
        assertInstanceOf(RobotsDecision.Allowed.class, check(robots(NOW), "/terms"));
        assertInstanceOf(RobotsDecision.Allowed.class, check(robots(NOW), "/terms"));
        assertEquals(1, site.requests().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503})
    void allowsNothingWhereTheFileCannotBeRead(int status) {
        site.on("/robots.txt", new Status(status));
        Failed failed = refusal(robots(NOW), "/terms");
        assertEquals(FailureReason.ROBOTS_UNREACHABLE, failed.reason());
        assertEquals(status, failed.status());
    }

    @Test
    void asksSoonAgainForAFileThatCouldNotBeRead() {
        site.on("/robots.txt", new Status(500));
        refusal(robots(NOW), "/terms");
        site.on("/robots.txt", new Page("User-agent: *\nAllow: /"));
        assertInstanceOf(RobotsDecision.Allowed.class, check(robots(NOW), "/terms"));
    }

    @Test
    void followsFiveRedirects() {
        site.on("/robots.txt", new Redirect("/r1"));
        for (int i = 1; i < 5; i++) {
            site.on("/r" + i, new Redirect("/r" + (i + 1)));
        }
        site.on("/r5", new Page("User-agent: *\nDisallow: /terms"));
        assertEquals(
                FailureReason.ROBOTS_DISALLOWED, refusal(robots(NOW), "/terms").reason());
    }

    @Test
    void takesAnEndlessRedirectForNoFile() {
        site.on("/robots.txt", new Redirect("/robots.txt"));
        assertInstanceOf(RobotsDecision.Allowed.class, check(robots(NOW), "/terms"));
    }

    @Test
    void obeysTheGroupThatNamesUs() {
        site.on("/robots.txt", new Page("User-agent: *\nDisallow: /\n\nUser-agent: Clausewatch\nDisallow: /private"));
        assertInstanceOf(RobotsDecision.Allowed.class, check(robots(NOW), "/terms"));
        assertEquals(
                FailureReason.ROBOTS_DISALLOWED,
                refusal(robots(NOW), "/private/x").reason());
    }

    private Robots robots(Instant now) {
        return new Robots(fetcher, kept, RobotsSettings.USUAL, Clock.fixed(now, ZoneOffset.UTC));
    }

    private RobotsDecision check(Robots robots, String path) {
        return robots.check(URI.create(site.url(path)));
    }

    private Failed refusal(Robots robots, String path) {
        return assertInstanceOf(RobotsDecision.Refused.class, check(robots, path))
                .failure();
    }
}
