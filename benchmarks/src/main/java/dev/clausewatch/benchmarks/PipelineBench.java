package dev.clausewatch.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clausewatch.local.DemoSubscriber;
import dev.clausewatch.local.ExternalServers;
import dev.clausewatch.local.Gateway;
import dev.clausewatch.local.LocalStack;
import dev.clausewatch.local.Part;
import dev.clausewatch.local.StackOptions;
import dev.clausewatch.servers.Folders;
import dev.clausewatch.servers.Page;
import dev.clausewatch.servers.SiteServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The whole stack on this machine with texts of 35 kB, one edited provision each. Throughput counts from the first snapshot row of the run to the
 * last webhook received; latency, at idle, from the request for a capture to the webhook received.
 */
final class PipelineBench {

    private static final int DOCUMENTS = 200;
    private static final int TERMS_PER_PLATFORM = 20;
    private static final int ROUNDS = 3;
    private static final int IDLE_CHANGES = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path home;
    private final PrintStream out;
    private final List<Page> pages = new ArrayList<>();
    private final Queue<Instant> received = new ConcurrentLinkedQueue<>();
    private int version;

    PipelineBench(Path home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    void run() throws IOException, SQLException, InterruptedException {
        Path data = home.resolve(".clausewatch").resolve("bench");
        Folders.delete(data);
        StackOptions options = StackOptions.usual(home, data)
                .onFreePorts()
                .with(Map.of(
                        "CLAUSEWATCH_POLITENESS_DELAY", "PT0S", "CLAUSEWATCH_FETCH_ALLOW_PRIVATE_ADDRESSES", "true"));
        try (LocalStack stack = new LocalStack(options, out::println);
                Sites sites = Sites.start(DOCUMENTS / TERMS_PER_PLATFORM);
                DemoSubscriber subscriber = DemoSubscriber.start(0, message -> received.add(Instant.now()))) {
            stack.start();
            Gateway gateway = new Gateway(stack.url(Part.GATEWAY), stack.apiKey());
            JsonNode subscription = gateway.post(
                    "/subscriptions",
                    Map.of("name", "Bench", "url", subscriber.url(), "filter", Map.of(), "acceptFlood", true));
            subscriber.secret(subscription.path("secret").asText());
            register(gateway, sites);
            ExternalServers.Login crawler = stack.database(Part.CRAWLER);
            out.println("Capturing the first versions of " + DOCUMENTS + " documents");
            await("first versions", () -> snapshots(crawler) >= DOCUMENTS);
            await("first versions read", () -> baselines(gateway) >= DOCUMENTS);

            List<Double> rates = new ArrayList<>();
            for (int round = 1; round <= ROUNDS; round++) {
                rates.add(throughput(crawler, round));
            }
            List<Double> millis = latencies(gateway);
            report(rates, millis);
        } finally {
            Folders.delete(data);
        }
    }

    private double throughput(ExternalServers.Login crawler, int round) throws SQLException {
        received.clear();
        changeAll();
        makeAllDue(crawler);
        await("webhooks of round " + round, () -> received.size() >= DOCUMENTS);
        Instant first = firstSnapshotOfRound(crawler, round + 1);
        Instant last = received.stream().max(Instant::compareTo).orElseThrow();
        double rate = DOCUMENTS / (Duration.between(first, last).toNanos() / 1e9);
        out.printf(Locale.ROOT, "  round %d: %d changes, %.1f snapshots/s%n", round, DOCUMENTS, rate);
        return rate;
    }

    private List<Double> latencies(Gateway gateway) throws IOException {
        List<Double> millis = new ArrayList<>();
        version++;
        for (int i = 0; i < IDLE_CHANGES; i++) {
            received.clear();
            pages.get(i).change(BenchTerms.page(i, version));
            Instant asked = Instant.now();
            capture(gateway, i);
            await("the webhook of one change", () -> !received.isEmpty());
            millis.add(Duration.between(asked, received.element()).toNanos() / 1e6);
        }
        return millis.stream().sorted().toList();
    }

    private void report(List<Double> rates, List<Double> millis) {
        double rate = rates.stream().sorted().toList().get(rates.size() / 2);
        double p50 = millis.get(millis.size() / 2);
        double p95 = millis.get((int) (millis.size() * 0.95));
        out.printf(Locale.ROOT, "%n%-44s %10.1f%n", "changes a second, median of " + ROUNDS + " rounds", rate);
        out.printf(Locale.ROOT, "%-44s %10.1f%n", "milliseconds from crawl to webhook, median", p50);
        out.printf(Locale.ROOT, "%-44s %10.1f%n%n", "milliseconds from crawl to webhook, 95 %", p95);
        out.printf(Locale.ROOT, "bench pipeline: snapshots-per-s=%.1f p50-ms=%.1f p95-ms=%.1f%n", rate, p50, p95);
    }

    private void changeAll() {
        version++;
        for (int i = 0; i < DOCUMENTS; i++) {
            pages.get(i).change(BenchTerms.page(i, version));
        }
    }

    private void register(Gateway gateway, Sites sites) throws IOException {
        for (int platform = 0; platform < DOCUMENTS / TERMS_PER_PLATFORM; platform++) {
            SiteServer site = sites.servers().get(platform);
            Map<String, Object> terms = new LinkedHashMap<>();
            for (int i = 0; i < TERMS_PER_PLATFORM; i++) {
                int document = platform * TERMS_PER_PLATFORM + i;
                Page page = new Page(BenchTerms.page(document, 0));
                pages.add(page);
                site.on("/terms-" + document, page);
                terms.put(
                        "Terms " + i,
                        Map.of("fetch", site.url("/terms-" + document), "select", "main", "cadence", "PT12H"));
            }
            gateway.put("/declarations/platform-" + platform, Map.of("name", "Platform " + platform, "terms", terms));
        }
    }

    private static void capture(Gateway gateway, int document) throws IOException {
        String id = "platform-" + document / TERMS_PER_PLATFORM + "/terms-" + document % TERMS_PER_PLATFORM;
        gateway.post("/captures", Map.of("documentId", id));
    }

    private static long snapshots(ExternalServers.Login crawler) {
        try {
            return query(crawler, "select count(*) from snapshot", row -> row.getLong(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int baselines(Gateway gateway) {
        try {
            int count = 0;
            JsonNode page = gateway.get("/changes?kind=BASELINE&limit=100");
            while (true) {
                count += page.path("items").size();
                if (!page.hasNonNull("next")) {
                    return count;
                }
                page = gateway.get("/changes?kind=BASELINE&limit=100&cursor="
                        + page.path("next").asText());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant firstSnapshotOfRound(ExternalServers.Login crawler, int sequence) throws SQLException {
        return query(
                crawler,
                "select min(captured_at) from snapshot where sequence = " + sequence,
                row -> row.getObject(1, OffsetDateTime.class).toInstant());
    }

    /** A host for each platform, since the crawler asks one host one thing at a time. */
    private record Sites(List<SiteServer> servers) implements AutoCloseable {

        static Sites start(int count) throws IOException {
            List<SiteServer> servers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                servers.add(SiteServer.start());
            }
            return new Sites(servers);
        }

        @Override
        public void close() {
            servers.forEach(SiteServer::close);
        }
    }

    /** As if the cadence of every document ended now; 200 requests one by one would be what is measured. */
    private static void makeAllDue(ExternalServers.Login crawler) throws SQLException {
        try (Connection connection = DriverManager.getConnection(crawler.url(), crawler.user(), crawler.password());
                PreparedStatement statement = connection.prepareStatement(
                        "update capture_state set next_attempt_at = now() where next_attempt_at is not null")) {
            statement.executeUpdate();
        }
    }

    private interface Read<T> {
        T from(ResultSet row) throws SQLException;
    }

    private static <T> T query(ExternalServers.Login login, String query, Read<T> read) throws SQLException {
        try (Connection connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return read.from(row);
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(what + " did not come within " + PATIENCE.toSeconds() + " seconds");
            }
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }
}
