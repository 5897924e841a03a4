package dev.clausewatch.crawler.politeness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.clausewatch.crawler.declaration.DocumentDefinition;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.servers.SiteServer;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A visit that begins at one host and is redirected to another, which somebody else holds. */
@QuarkusTest
@WithKafka
@WithPostgres
@SuppressWarnings("NullAway.Init")
class VisitTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Politeness politeness;

    @Inject
    HostRepository hosts;

    @Inject
    Robots robots;

    @Inject
    Database database;

    private SiteServer site;
    private URI second;
    private String busy;

    @BeforeEach
    void start() throws IOException {
        site = SiteServer.start();
        second = URI.create(site.url("/terms"));
        busy = DocumentDefinition.hostOf(second);
        hosts.takeNow(busy, "other");
        hosts.takeNow("first.example", "me");
    }

    @AfterEach
    void stop() {
        site.close();
        database.sql("delete from host where name in ('first.example', :busy)")
                .bind("busy", busy)
                .update();
    }

    @Test
    void keepsTheCaptureAliveWhileItWaitsForAHost() {
        AtomicInteger renewals = new AtomicInteger();
        try (Visit visit = politeness.visit("me", "first.example", () -> {
            if (renewals.incrementAndGet() == 4) {
                hosts.release(busy, "other", Duration.ZERO);
            }
            return true;
        })) {
            assertNull(assertTimeoutPreemptively(SOON, () -> visit.enter(second)));
        }
        assertEquals(4, renewals.get());
    }

    @Test
    void stopsWaitingForAHostWhenTheCaptureIsLost() {
        AtomicInteger looks = new AtomicInteger();
        try (Visit visit = politeness.visit("me", "first.example", () -> looks.incrementAndGet() < 4)) {
            assertNotNull(assertTimeoutPreemptively(SOON, () -> visit.enter(second)));
        }
        assertEquals(4, looks.get());
    }

    @Test
    void holdsNoHostWithoutLimits() {
        PolitenessConfig open = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(PolitenessConfig.class)
                .withDefaultValue("clausewatch.politeness.unlimited-hosts", "intranet.example," + busy)
                .build()
                .getConfigMapping(PolitenessConfig.class);
        Politeness lifted = new Politeness(
                hosts, robots, new UnlimitedHosts(open.unlimitedHosts().orElseThrow(), open.unlimitedAtOnce()), open);
        try (Visit visit = lifted.visit("me", busy, () -> true)) {
            assertNull(assertTimeoutPreemptively(SOON, () -> visit.enter(second)));
            assertNull(assertTimeoutPreemptively(SOON, () -> visit.enter(second)));
        }
        assertEquals(
                "other",
                database.sql("select held_by from host where name = :busy")
                        .bind("busy", busy)
                        .first(String.class)
                        .orElseThrow());
    }

    @Test
    void asksNobodyForALostCapture() {
        hosts.release(busy, "other", Duration.ZERO);
        try (Visit visit = politeness.visit("me", "first.example", () -> false)) {
            assertNotNull(visit.enter(second));
        }
        assertEquals(0, site.requests().size());
    }
}
