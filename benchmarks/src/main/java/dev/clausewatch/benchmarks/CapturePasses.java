package dev.clausewatch.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;

/** Lets the crawler capture documents, again and again, and measures each pass. One thread. */
final class CapturePasses {

    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(25);
    private static final Duration PROGRESS = Duration.ofSeconds(5);
    private static final int MOST_NAMED = 10;

    private final String host;
    private final CrawlerApi crawler;
    private final CrawlerTables tables;
    private final PrintStream out;

    CapturePasses(String host, CrawlerApi crawler, CrawlerTables tables, PrintStream out) {
        this.host = host;
        this.crawler = crawler;
        this.tables = tables;
        this.out = out;
    }

    /** What a pass came to: outcomes by document, and its time. */
    record Pass(Map<String, String> outcomes, double seconds) {

        Set<String> documents(String outcome) {
            Set<String> documents = new TreeSet<>();
            outcomes.forEach((document, came) -> {
                if (came.equals(outcome)) {
                    documents.add(document);
                }
            });
            return documents;
        }

        double rate(String outcome) {
            return documents(outcome).size() / seconds;
        }
    }

    /** Nothing is captured until the next pass begins. */
    void hold() throws SQLException {
        tables.hold(host, true);
    }

    /**
     * Makes documents due and waits until each has an outcome that is published.
     *
     * @param expected the outcome that counts
     * @param validators whether the server is asked only whether a page changed, where it said how
     */
    Pass run(String name, Set<String> documents, String expected, boolean validators)
            throws IOException, SQLException, InterruptedException {
        hold();
        tables.makeDue(documents, validators);
        long position = tables.position();
        tables.hold(host, false);
        long begin = System.nanoTime();
        crawler.capture(documents.iterator().next());
        await(name, documents.size(), position);
        double seconds = (System.nanoTime() - begin) / 1e9;
        Pass pass = new Pass(tables.outcomes(position), seconds);
        int good = pass.documents(expected).size();
        out.printf(
                Locale.ROOT,
                "  %-20s %5d of %d %s in %6.2f s, %7.1f/s%n",
                name,
                good,
                documents.size(),
                expected,
                seconds,
                good / seconds);
        tellOthers(pass, expected);
        return pass;
    }

    private void await(String name, int documents, long position) throws SQLException {
        long seen = 0;
        long told = System.nanoTime();
        long moved = System.nanoTime();
        for (long ended = 0; ended < documents; ended = tables.ended(position)) {
            long now = System.nanoTime();
            if (ended > seen) {
                seen = ended;
                moved = now;
            }
            if (now - moved > LONGEST_SILENCE.toNanos()) {
                throw new IllegalStateException("%s: nothing was captured for %d seconds after %d of %d documents"
                        .formatted(name, LONGEST_SILENCE.toSeconds(), ended, documents));
            }
            if (now - told > PROGRESS.toNanos()) {
                told = now;
                out.printf("  %s: %d of %d%n", name, ended, documents);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private void tellOthers(Pass pass, String expected) {
        List<Map.Entry<String, String>> others = pass.outcomes().entrySet().stream()
                .filter(outcome -> !outcome.getValue().equals(expected))
                .toList();
        others.stream()
                .limit(MOST_NAMED)
                .forEach(other -> out.println("    not counted: " + other.getKey() + " " + other.getValue()));
        if (others.size() > MOST_NAMED) {
            out.println("    and " + (others.size() - MOST_NAMED) + " more");
        }
    }
}
