package dev.clausewatch.crawler.politeness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crawlercommons.robots.BaseRobotRules;
import dev.clausewatch.crawler.fetch.FetchSettings;
import dev.clausewatch.crawler.fetch.PageFetcher;
import dev.clausewatch.servers.Page;
import dev.clausewatch.servers.SiteServer;
import dev.clausewatch.servers.Status;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RobotsTest {

    @Test
    void remembersAFileForADayAndARefusalForFiveMinutes() throws IOException {
        SteppingClock clock = new SteppingClock();
        try (SiteServer site = SiteServer.start();
                PageFetcher fetcher = new PageFetcher(FetchSettings.USUAL.allowingPrivateAddresses(), clock)) {
            Robots robots = new Robots(fetcher, RobotsCache.NONE, RobotsSettings.USUAL, clock);
            URI page = URI.create(site.url("/terms"));

            site.on("/robots.txt", new Status(500));
            assertInstanceOf(RobotsDecision.Refused.class, robots.check(page));
            site.on("/robots.txt", new Page("User-agent: *\nAllow: /"));
            clock.now = clock.now.plus(Duration.ofMinutes(4));
            assertInstanceOf(RobotsDecision.Refused.class, robots.check(page));
            clock.now = clock.now.plus(Duration.ofMinutes(1));
            assertInstanceOf(RobotsDecision.Allowed.class, robots.check(page));

            site.on("/robots.txt", new Page("User-agent: *\nDisallow: /"));
            clock.now = clock.now.plus(Duration.ofHours(23));
            assertInstanceOf(RobotsDecision.Allowed.class, robots.check(page));
            clock.now = clock.now.plus(Duration.ofHours(1));
            assertInstanceOf(RobotsDecision.Refused.class, robots.check(page));
            assertEquals(3, site.requests().size());
        }
    }

    private static final class SteppingClock extends Clock {

        private Instant now = Instant.parse("2026-11-22T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void takesALongDelayForADelay() {
        BaseRobotRules rules = rules("User-agent: *\nCrawl-delay: 600\nDisallow: /private\n");
        assertEquals(600_000, rules.getCrawlDelay());
        assertTrue(rules.isAllowed("https://e.example/terms"));
        assertFalse(rules.isAllowed("https://e.example/private"));
    }

    @Test
    void readsTheBeginningOfALongFileByWholeLines() {
        String head = "User-agent: *\nDisallow: /private\n";
        // The 512 KiB end behind the slash of the last line.
        String filler = "#".repeat(512 * 1024 - head.length() - "\nDisallow: /".length());
        BaseRobotRules rules = rules(head + filler + "\nDisallow: /late\nDisallow: /later\n");
        assertFalse(rules.isAllowed("https://e.example/private"));
        assertTrue(rules.isAllowed("https://e.example/terms"));
        assertTrue(rules.isAllowed("https://e.example/later"));
    }

    private static BaseRobotRules rules(String file) {
        return Robots.rules(
                URI.create("https://e.example/robots.txt"), file.getBytes(StandardCharsets.UTF_8), "Clausewatch");
    }
}
