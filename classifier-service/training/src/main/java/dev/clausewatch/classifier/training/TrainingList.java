package dev.clausewatch.classifier.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.clausewatch.classifier.rules.ProvisionInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * The further provisions that the model is trained on: where each stands in texts that others published, and what a reader says that
 * it does. The texts themselves are not ours to ship; {@code training/README.md} tells the format.
 */
public final class TrainingList {

    private static final String RESOURCE = "/training/provisions.tsv";
    private static final Pattern TAB = Pattern.compile("\t");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int COLUMNS = 6;

    /**
     * A line of the list.
     *
     * @param file below the data folder
     * @param row the row of a file of JSON rows, from 0; -1 for a file of text
     * @param spans the stretches that make the provision, in code points
     * @param heading the stretch that is its heading
     */
    private record Entry(
            String service,
            String termsType,
            String file,
            int row,
            List<int[]> spans,
            List<int[]> heading,
            Set<String> types) {}

    private final List<Entry> entries;

    private TrainingList(List<Entry> entries) {
        this.entries = entries;
    }

    /** The list as it is shipped. */
    public static TrainingList shipped() {
        try (InputStream in = TrainingList.class.getResourceAsStream(RESOURCE);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in, RESOURCE), StandardCharsets.UTF_8))) {
            return new TrainingList(lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(TrainingList::entry)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many provisions it names. */
    public int size() {
        return entries.size();
    }

    /** Service, terms type, file with row, spans, heading, types. */
    private static Entry entry(String line) {
        List<String> cells = List.of(TAB.split(line, -1));
        if (cells.size() != COLUMNS) {
            throw new IllegalStateException(RESOURCE + ": not " + COLUMNS + " columns: " + line);
        }
        String file = cells.get(2);
        int hash = file.indexOf('#');
        return new Entry(
                cells.get(0),
                cells.get(1),
                hash < 0 ? file : file.substring(0, hash),
                hash < 0 ? -1 : Integer.parseInt(file.substring(hash + 1)),
                spans(cells.get(3)),
                spans(cells.get(4)),
                cells.get(5).isEmpty() ? Set.of() : Set.of(cells.get(5).split(",", -1)));
    }

    private static List<int[]> spans(String cell) {
        List<int[]> spans = new ArrayList<>();
        for (String span : cell.split(",", -1)) {
            if (!span.isEmpty()) {
                String[] ends = span.split("-", -1);
                spans.add(new int[] {Integer.parseInt(ends[0]), Integer.parseInt(ends[1])});
            }
        }
        return spans;
    }

    /**
     * The provisions whose texts are there.
     *
     * @param data the folder that the files of the list stand below
     */
    public List<Example> examples(Path data) throws IOException {
        Map<String, List<Entry>> byFile = entries.stream().collect(Collectors.groupingBy(Entry::file));
        Map<Entry, Example> read = new HashMap<>();
        for (Map.Entry<String, List<Entry>> file : byFile.entrySet()) {
            Path path = data.resolve(file.getKey());
            if (Files.isRegularFile(path)) {
                Map<Integer, String> texts = texts(path, file.getValue());
                file.getValue().forEach(entry -> read.put(entry, example(entry, texts.getOrDefault(entry.row(), ""))));
            }
        }
        return entries.stream().filter(read::containsKey).map(read::get).toList();
    }

    private static Example example(Entry entry, String text) {
        String heading = words(text, entry.heading());
        return new Example(
                new ProvisionInput(
                        entry.termsType(),
                        heading.isEmpty() ? List.of() : List.of(heading),
                        null,
                        words(text, entry.spans())),
                entry.types(),
                entry.service());
    }

    private static String words(String text, List<int[]> spans) {
        StringBuilder words = new StringBuilder();
        for (int[] span : spans) {
            int start = text.offsetByCodePoints(0, span[0]);
            int end = text.offsetByCodePoints(start, span[1] - span[0]);
            words.append(words.isEmpty() ? "" : " ").append(text, start, end);
        }
        return SPACES.matcher(words).replaceAll(" ").strip();
    }

    /** The texts of a file by row, those rows only that are wanted. */
    private static Map<Integer, String> texts(Path file, List<Entry> wanted) throws IOException {
        if (wanted.get(0).row() < 0) {
            return Map.of(-1, Files.readString(file));
        }
        Set<Integer> rows = wanted.stream().map(Entry::row).collect(Collectors.toSet());
        JsonMapper json = new JsonMapper();
        Map<Integer, String> texts = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            int row = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine(), row++) {
                if (rows.contains(row)) {
                    JsonNode node = json.readTree(line);
                    texts.put(
                            row,
                            node.path(node.has("content") ? "content" : "text").asText());
                }
            }
        }
        return texts;
    }
}
