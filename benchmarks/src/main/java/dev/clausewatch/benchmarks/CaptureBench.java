package dev.clausewatch.benchmarks;

import dev.clausewatch.local.LocalStack;
import dev.clausewatch.local.Part;
import dev.clausewatch.local.StackOptions;
import dev.clausewatch.local.UsageException;
import dev.clausewatch.servers.Folders;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The crawler with PostgreSQL and Kafka on pages that somebody else serves, the polite limits lifted for that host. A pass begins when
 * its documents become due and ends when the last event of it is published.
 */
final class CaptureBench {

    private static final int ROUNDS = 3;
    private static final String AT_ONCE = "16";

    private final Path home;
    private final CaptureOptions options;
    private final PrintStream out;

    CaptureBench(Path home, CaptureOptions options, PrintStream out) {
        this.home = home;
        this.options = options;
        this.out = out;
    }

    void run() throws UsageException, IOException, SQLException, InterruptedException {
        List<BenchDeclaration> declarations = read(options.files());
        Folders.delete(options.data());
        try (LocalStack stack = new LocalStack(stackOptions(), out::println)) {
            stack.start();
            CrawlerApi crawler = new CrawlerApi(stack.url(Part.CRAWLER), stack.serviceToken());
            try (CrawlerTables tables = new CrawlerTables(stack.database(Part.CRAWLER))) {
                measure(declarations, crawler, new CapturePasses(host(), crawler, tables, out));
            }
        } finally {
            Folders.delete(options.data());
        }
    }

    private StackOptions stackOptions() {
        return StackOptions.usual(home, options.data())
                .onFreePorts()
                .only(Part.CRAWLER)
                .with(Map.of(
                        "CLAUSEWATCH_POLITENESS_UNLIMITED_HOSTS",
                        host(),
                        "CLAUSEWATCH_POLITENESS_UNLIMITED_AT_ONCE",
                        AT_ONCE,
                        "CLAUSEWATCH_FETCH_CONNECTIONS_PER_HOST",
                        AT_ONCE,
                        "CLAUSEWATCH_SCHEDULE_CONCURRENCY",
                        AT_ONCE,
                        "CLAUSEWATCH_FETCH_ALLOW_PRIVATE_ADDRESSES",
                        "true"));
    }

    private void measure(List<BenchDeclaration> declarations, CrawlerApi crawler, CapturePasses passes)
            throws UsageException, IOException, SQLException, InterruptedException {
        passes.hold();
        Set<String> registered = register(declarations, crawler);
        if (registered.isEmpty()) {
            throw new UsageException("--declarations: no declaration of " + options.declarations()
                    + " is in force; what is said above of each tells why.");
        }
        out.printf("%d documents are declared%n", registered.size());
        CapturePasses.Pass first = passes.run("first pass", registered, "captured", true);
        Set<String> captured = first.documents("captured");
        if (captured.isEmpty()) {
            throw new IllegalStateException("no document was captured");
        }
        List<Double> unchanged = new ArrayList<>();
        List<Double> notModified = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            unchanged.add(passes.run("unchanged pass " + round, captured, "verified", false)
                    .rate("verified"));
            notModified.add(passes.run("not-modified pass " + round, captured, "not-modified", true)
                    .rate("not-modified"));
        }
        report(captured.size(), first.rate("captured"), median(unchanged), median(notModified));
    }

    private List<BenchDeclaration> read(List<Path> files) throws UsageException {
        List<BenchDeclaration> declarations = new ArrayList<>();
        for (Path file : files) {
            try {
                declarations.add(BenchDeclaration.read(file, options.site()));
            } catch (IOException e) {
                out.println("  passed over: " + file.getFileName() + " cannot be read as JSON: " + firstLine(e));
            }
        }
        if (declarations.isEmpty()) {
            throw new UsageException("--declarations: no file of " + options.declarations() + " is a declaration.");
        }
        return declarations;
    }

    private Set<String> register(List<BenchDeclaration> declarations, CrawlerApi crawler)
            throws IOException, InterruptedException {
        Set<String> documents = new TreeSet<>();
        for (BenchDeclaration declaration : declarations) {
            try {
                documents.addAll(crawler.declare(declaration));
            } catch (CrawlerApi.RefusedException e) {
                out.println("  passed over: " + declaration.name() + ": " + e.getMessage());
            }
        }
        return documents;
    }

    private void report(int documents, double first, double unchanged, double notModified) {
        out.printf(Locale.ROOT, "%n%-52s %8d%n", "documents captured", documents);
        out.printf(Locale.ROOT, "%-52s %8.1f%n", "captured a second, nothing known before", first);
        out.printf(Locale.ROOT, "%-52s %8.1f%n", "a second with the same bytes, median of " + ROUNDS, unchanged);
        out.printf(Locale.ROOT, "%-52s %8.1f%n%n", "a second not modified (304), median of " + ROUNDS, notModified);
        out.printf(
                Locale.ROOT,
                "bench capture: documents=%d first-pass-per-s=%.1f unchanged-pass-per-s=%.1f not-modified-pass-per-s=%.1f%n",
                documents,
                first,
                unchanged,
                notModified);
    }

    /** As the crawler names it: with the port where it is not the usual one. */
    private String host() {
        URI site = options.site();
        int usual = "https".equalsIgnoreCase(site.getScheme()) ? 443 : 80;
        String name = site.getHost().toLowerCase(Locale.ROOT);
        return site.getPort() == -1 || site.getPort() == usual ? name : name + ":" + site.getPort();
    }

    private static double median(List<Double> rates) {
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
