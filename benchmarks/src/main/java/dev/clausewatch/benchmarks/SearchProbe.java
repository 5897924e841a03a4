package dev.clausewatch.benchmarks;

import dev.clausewatch.events.Areas;
import dev.clausewatch.search.Answer;
import dev.clausewatch.search.Entry;
import dev.clausewatch.search.EntryDocument;
import dev.clausewatch.search.EntryKind;
import dev.clausewatch.search.QueryText;
import dev.clausewatch.search.SearchFilter;
import dev.clausewatch.search.SearchIndex;
import dev.clausewatch.search.Trait;
import dev.clausewatch.search.WordVectors;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.lucene.store.FSDirectory;

/**
 * Invented provisions of a thousand documents and invented changes in an index on disk, and questions to it, one after the other: one word to
 * five, phrases, what is excluded, filters, second pages, and what is near in meaning. Prints what it measured.
 */
final class SearchProbe {

    private static final int DOCUMENTS = 1_000;
    private static final int PROVISIONS_OF_DOCUMENT = 100;
    private static final int CHANGES = 10_000;
    private static final int PLATFORMS = 250;
    private static final int SENTENCES = 4;
    private static final int WARM_UP = 300;
    private static final int QUERIES = 2_000;
    private static final int PAGE = 20;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private static final List<String> SUBJECTS = List.of(
            "We",
            "You",
            "Our affiliates",
            "The arbitrator",
            "Advertisers",
            "Service providers",
            "Authorities",
            "Minors");
    private static final List<String> VERBS = List.of(
            "may use",
            "must not share",
            "will delete",
            "may suspend",
            "retain",
            "collect",
            "must pay",
            "may change",
            "train models on",
            "do not warrant",
            "may disclose",
            "waive",
            "own",
            "are liable for",
            "must keep");
    private static final List<String> OBJECTS = List.of(
            "your content",
            "personal data",
            "the account",
            "the output of the service",
            "the subscription",
            "all fees",
            "these terms",
            "precise location",
            "cookies and similar trackers",
            "confidential information",
            "the password",
            "any right to a trial by jury",
            "indirect damages",
            "health information",
            "the licence");
    private static final List<String> ENDS = List.of(
            "within thirty days.",
            "unless you object in your settings.",
            "without notice.",
            "except where a law says otherwise.",
            "for the purposes of advertising.",
            "to improve the service.",
            "at our sole discretion.",
            "until the account is closed.",
            "in the country of our seat.",
            "after you cancel.",
            "where a court orders it.",
            "for as long as necessary.");

    private static final List<Trait.Severity> SEVERITIES =
            List.of(Trait.Severity.LOW, Trait.Severity.MEDIUM, Trait.Severity.HIGH);

    private SearchProbe() {}

    /** The argument is the folder of the index. */
    public static void main(String[] arguments) throws IOException {
        Random random = new Random(1);
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        try (SearchIndex index = new SearchIndex(FSDirectory.open(folder), WordVectors.shipped())) {
            long start = System.nanoTime();
            fill(index, random);
            double built = (System.nanoTime() - start) / 1e9;
            double[] processor = new double[QUERIES];
            double[] took = ask(index, random, processor);
            double total = Arrays.stream(took).sum() / 1000;
            Arrays.sort(took);
            Arrays.sort(processor);
            System.out.printf(
                    Locale.ROOT,
                    "  the index was built in %.1f s and takes %.1f MB; of the processor a query took %.1f ms, 99 in 100 at most %.1f ms%n"
                            + "bench search: provisions=%d queries-per-s=%.1f p50-ms=%.1f p99-ms=%.1f%n",
                    built,
                    size(folder) / 1e6,
                    processor[QUERIES / 2],
                    processor[QUERIES * 99 / 100],
                    DOCUMENTS * PROVISIONS_OF_DOCUMENT,
                    QUERIES / total,
                    took[QUERIES / 2],
                    took[QUERIES * 99 / 100]);
        }
    }

    private static double size(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void fill(SearchIndex index, Random random) {
        for (int document = 0; document < DOCUMENTS; document++) {
            List<Entry> provisions = new ArrayList<>();
            for (int i = 0; i < PROVISIONS_OF_DOCUMENT; i++) {
                provisions.add(entry(EntryKind.PROVISION, document + "-" + i, document, random));
            }
            index.replaceProvisions("document-" + document, provisions, 1);
            if (document % 200 == 0) {
                index.commit(Map.of());
            }
        }
        for (int i = 0; i < CHANGES; i++) {
            index.replaceChange(
                    "change-" + i,
                    Optional.of(entry(EntryKind.CHANGE, "change-" + i, random.nextInt(DOCUMENTS), random)),
                    1);
        }
        index.commit(Map.of());
    }

    private static Entry entry(EntryKind kind, String id, int document, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < SENTENCES; i++) {
            text.append(sentence(random)).append(' ');
        }
        boolean change = kind == EntryKind.CHANGE;
        return new Entry(
                kind,
                id,
                new EntryDocument(
                        "document-" + document,
                        "platform-" + document % PLATFORMS,
                        "Platform " + document % PLATFORMS,
                        document % 2 == 0 ? "Terms of Service" : "Privacy Policy",
                        "en"),
                List.of(one(OBJECTS, random)),
                null,
                List.of(text.toString()),
                Entry.State.ASSESSED,
                List.of(new Trait(
                        List.of("type-" + random.nextInt(40)),
                        List.of(one(Areas.ALL, random)),
                        change ? one(SEVERITIES, random) : null)),
                BEGIN.plusSeconds(random.nextInt(300) * 86_400L));
    }

    private static String sentence(Random random) {
        return one(SUBJECTS, random) + " " + one(VERBS, random) + " " + one(OBJECTS, random) + " " + one(ENDS, random)
                + " Part " + random.nextInt(5_000) + ".";
    }

    private static <T> T one(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static double[] ask(SearchIndex index, Random random, double[] processor) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] took = new double[QUERIES];
        for (int i = -WARM_UP; i < QUERIES; i++) {
            QueryText query = ((QueryText.Reading.Good) QueryText.read(question(random))).query();
            SearchFilter filter = filter(random);
            boolean second = random.nextInt(10) == 0;
            long start = System.nanoTime();
            long processorStart = threads.getCurrentThreadCpuTime();
            Answer answer = index.find(query, filter, null, PAGE);
            if (second && answer.next() != null) {
                answer = index.find(query, filter, answer.next(), PAGE);
            }
            if (i >= 0) {
                took[i] = (System.nanoTime() - start) / 1e6;
                processor[i] = (threads.getCurrentThreadCpuTime() - processorStart) / 1e6;
            }
        }
        return took;
    }

    private static String question(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> one(List.of("content", "account", "cookies", "arbitrator", "location"), random);
            case 1 -> one(VERBS, random) + " " + one(OBJECTS, random);
            case 2 -> "\"" + one(OBJECTS, random) + "\" " + one(ENDS, random);
            case 3 -> one(SUBJECTS, random) + " " + one(OBJECTS, random) + " -damages";
            case 4 -> "part " + random.nextInt(5_000);
            default ->
                one(List.of("may they read my mail", "kids on the platform", "how do I get my money back"), random);
        };
    }

    private static SearchFilter filter(Random random) {
        EntryKind kind = random.nextInt(5) == 0 ? EntryKind.CHANGE : EntryKind.PROVISION;
        String platform = random.nextInt(6) == 0 ? "platform-" + random.nextInt(PLATFORMS) : null;
        String type = random.nextInt(4) == 0 ? "type-" + random.nextInt(40) : null;
        String area = random.nextInt(4) == 0 ? one(Areas.ALL, random) : null;
        return new SearchFilter(kind, platform, null, null, null, area, type, null, null, null);
    }
}
