package dev.clausewatch.cli.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.clausewatch.cli.CaseFile;
import dev.clausewatch.cli.CommandFailedException;
import dev.clausewatch.cli.JsonOption;
import dev.clausewatch.cli.Summary;
import dev.clausewatch.cli.differ.HistoryFiles;
import dev.clausewatch.cli.differ.HistoryRow;
import dev.clausewatch.search.QueryText;
import dev.clausewatch.search.SearchIndex;
import dev.clausewatch.search.WordVectors;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code eval search}: whether search finds the provisions that answer a query. */
@Command(
        name = "search",
        description = "Search the newest versions of an archive and say where the right provisions stand.",
        footer = {
            "A query is a line of JSON: {query, kind: words|meaning, expected[{document, phrase}]}; any of those expected is right.",
            "With --json: {queries, successAt1, successAt5, mrr, kinds[{kind, queries, successAt1, successAt5, mrr}]}."
        },
        mixinStandardHelpOptions = true)
public final class EvalSearchCommand implements Callable<Integer> {

    private static final JsonMapper JSON = new JsonMapper();

    @Option(
            names = "--queries",
            paramLabel = "FILE",
            defaultValue = "testing/search-queries.jsonl",
            description = "the queries (default: ${DEFAULT-VALUE})")
    private Path queries = Path.of("");

    @Option(
            names = "--histories",
            paramLabel = "DIR",
            defaultValue = "../shared/data/terms",
            description =
                    "folder of .jsonl or .jsonl.gz files, a document each, or of such folders (default: ${DEFAULT-VALUE})")
    private Path histories = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "write one JSON object per query")
    @Nullable
    private Path out;

    @Mixin
    private final JsonOption json = new JsonOption();

    /**
     * One query as written to {@code --out}.
     *
     * @param rank of the first right provision, from 1; 0 when there is none among the first 50
     */
    record Case(String query, String kind, int rank) {}

    /** The figures of a kind of query. */
    record Kind(String kind, int queries, double successAt1, double successAt5, double mrr) {}

    @Override
    public Integer call() throws IOException {
        queries = fromHome(queries);
        histories = fromHome(histories);
        PrintWriter people = json.people();
        List<QueryCase> asked = read();
        SearchFigures all = new SearchFigures();
        Map<String, SearchFigures> byKind = new TreeMap<>();
        List<Case> cases = new ArrayList<>();
        try (SearchIndex index = new SearchIndex(new ByteBuffersDirectory(), WordVectors.shipped())) {
            SearchArchive archive = archive(index);
            people.printf("%d provisions%n%n", archive.provisions());
            for (QueryCase one : asked) {
                int rank = rank(archive, one);
                all.add(rank);
                byKind.computeIfAbsent(one.kind(), kind -> new SearchFigures()).add(rank);
                cases.add(new Case(one.query(), one.kind(), rank));
            }
        }
        CaseFile.write(out, cases);
        answer(all, byKind, people);
        return 0;
    }

    /** What is not in the working directory is looked for where the program is. */
    private static Path fromHome(Path path) {
        @Nullable String home = System.getProperty("clausewatch.home");
        return home == null || Files.exists(path) ? path : Path.of(home).resolve(path);
    }

    private void answer(SearchFigures all, Map<String, SearchFigures> byKind, PrintWriter people) throws IOException {
        List<Kind> kinds = byKind.entrySet().stream()
                .map(one -> new Kind(
                        one.getKey(),
                        one.getValue().queries(),
                        one.getValue().successAtOne(),
                        one.getValue().successAtFive(),
                        one.getValue().reciprocalRank()))
                .toList();
        Summary summary = new Summary("search")
                .figure("queries", "%d", all.queries())
                .figure("success-at-1", "%.3f", all.successAtOne())
                .figure("success-at-5", "%.3f", all.successAtFive())
                .figure("mrr", "%.3f", all.reciprocalRank());
        if (json.isGiven()) {
            json.print(summary.rows("kinds", kinds));
            return;
        }
        people.printf(
                Locale.ROOT, "%-10s %7s %12s %12s %6s%n", "kind", "queries", "success at 1", "success at 5", "mrr");
        kinds.forEach(one -> people.printf(
                Locale.ROOT,
                "%-10s %7d %12.3f %12.3f %6.3f%n",
                one.kind(),
                one.queries(),
                one.successAt1(),
                one.successAt5(),
                one.mrr()));
        people.println(summary.line());
        people.flush();
    }

    private static int rank(SearchArchive archive, QueryCase one) {
        return switch (QueryText.read(one.query())) {
            case QueryText.Reading.Good good -> SearchArchive.rank(archive.ask(good.query()), one.expected());
            case QueryText.Reading.Bad bad ->
                throw CommandFailedException.unusable(
                        "--queries: \"%s\" cannot be asked: %s.".formatted(one.query(), bad.reason()));
        };
    }

    private List<QueryCase> read() throws IOException {
        if (!Files.isRegularFile(queries)) {
            throw CommandFailedException.unusable("--queries: there is no file %s.".formatted(queries));
        }
        List<QueryCase> read = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(queries)) {
            number++;
            if (!line.isBlank()) {
                read.add(query(number, line));
            }
        }
        if (read.isEmpty()) {
            throw CommandFailedException.unusable("--queries: %s has no query.".formatted(queries));
        }
        return read;
    }

    private QueryCase query(int number, String line) {
        try {
            QueryCase one = JSON.readValue(line, QueryCase.class);
            if (one.query() != null && one.kind() != null && one.expected() != null) {
                return one;
            }
            throw CommandFailedException.unusable(
                    "%s, line %d: one of query, kind and expected is missing.".formatted(queries, number));
        } catch (JsonProcessingException e) {
            throw CommandFailedException.unusable(
                    "%s, line %d: not a query as JSON: %s".formatted(queries, number, e.getOriginalMessage()));
        }
    }

    /** The newest version of each document; of one that several archives have, the newest of all. */
    private SearchArchive archive(SearchIndex index) throws IOException {
        Map<String, HistoryRow> newest = new TreeMap<>();
        for (Path folder : folders()) {
            for (Path file : HistoryFiles.in(folder)) {
                List<HistoryRow> rows = HistoryFiles.read(file);
                if (!rows.isEmpty()) {
                    newest.merge(
                            rows.getLast().service() + "\n" + rows.getLast().termsType(),
                            rows.getLast(),
                            (one, other) -> other.date().isAfter(one.date()) ? other : one);
                }
            }
        }
        SearchArchive archive = new SearchArchive(index);
        newest.values()
                .forEach(row ->
                        archive.add(row.service(), row.termsType(), row.date().toInstant(), row.content()));
        index.commit(Map.of());
        return archive;
    }

    private List<Path> folders() throws IOException {
        if (!Files.isDirectory(histories)) {
            throw CommandFailedException.unusable("--histories: %s is not a folder.".formatted(histories));
        }
        try (Stream<Path> within = Files.list(histories)) {
            List<Path> folders = within.filter(Files::isDirectory).sorted().toList();
            return folders.isEmpty() ? List.of(histories) : folders;
        }
    }
}
