package dev.clausewatch.crawler.declaration;

import dev.clausewatch.events.Ids;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The declarations of a folder or a repository at one moment.
 *
 * @param fingerprint changes when any file does
 * @param readings one for each declaration, by name
 */
public record DeclarationSet(String fingerprint, List<ParsedDeclaration> readings) {

    static final String SUFFIX = ".json";
    static final String HISTORY_SUFFIX = ".history.json";

    public DeclarationSet {
        readings = List.copyOf(readings);
    }

    /** A file that may turn out to be unreadable. */
    @FunctionalInterface
    interface Content {
        byte[] read() throws IOException;
    }

    /** What is wrong, histories included. */
    public List<DeclarationProblem> problems() {
        return readings.stream()
                .flatMap(reading -> reading.allProblems().stream())
                .toList();
    }

    /** Whether a file of this name belongs to a declaration. Filter functions and hidden files do not. */
    static boolean isDeclaration(String file) {
        return file.endsWith(SUFFIX) && !file.startsWith(".");
    }

    /** The name of the declaration that a file or its history is. */
    static String declarationOf(String file) {
        String suffix = file.endsWith(HISTORY_SUFFIX) ? HISTORY_SUFFIX : SUFFIX;
        return file.substring(0, file.length() - suffix.length());
    }

    /** Reads files by their names; one that cannot be read is a problem of its own and stops no other. */
    static DeclarationSet read(Map<String, Content> files, DeclarationParser parser) {
        Reader reader = new Reader(files, parser);
        List<ParsedDeclaration> readings = new ArrayList<>();
        for (String declaration : declarations(files)) {
            readings.add(reader.read(declaration));
        }
        return new DeclarationSet(reader.fingerprint(), readings);
    }

    private static SortedSet<String> declarations(Map<String, Content> files) {
        SortedSet<String> names = new TreeSet<>();
        for (String file : files.keySet()) {
            names.add(declarationOf(file));
        }
        return names;
    }

    /** Reads each file once and remembers its hash. */
    private static final class Reader {

        private final Map<String, Content> files;
        private final DeclarationParser parser;
        private final SortedMap<String, String> hashes = new TreeMap<>();

        Reader(Map<String, Content> files, DeclarationParser parser) {
            this.files = files;
            this.parser = parser;
        }

        String fingerprint() {
            return Ids.sha256(hashes.toString());
        }

        ParsedDeclaration read(String declaration) {
            DeclarationProblems problems = new DeclarationProblems(declaration + SUFFIX);
            DeclarationProblems past = new DeclarationProblems(declaration + HISTORY_SUFFIX);
            byte[] content = content(declaration + SUFFIX, problems);
            byte[] history = content(declaration + HISTORY_SUFFIX, past);
            if (content == null && problems.none()) {
                past.add(
                        "$",
                        "there is no " + declaration + SUFFIX + " beside it",
                        "Add it, with \"terms\": {} at least.");
            }
            if (content == null) {
                return new ParsedDeclaration(
                        declaration, List.of(), problems.all(), new DeclarationHistory(List.of(), past.all()));
            }
            return history == null
                    ? parser.parse(declaration, content).with(new DeclarationHistory(List.of(), past.all()))
                    : parser.parse(declaration, content, history);
        }

        private byte @Nullable [] content(String file, DeclarationProblems problems) {
            Content content = files.get(file);
            if (content == null) {
                return null;
            }
            try {
                byte[] bytes = content.read();
                hashes.put(file, Ids.sha256(bytes));
                return bytes;
            } catch (IOException e) {
                hashes.put(file, "unreadable");
                problems.add("$", "the file cannot be read: " + e, "Check the rights of the file.");
                return null;
            }
        }
    }
}
