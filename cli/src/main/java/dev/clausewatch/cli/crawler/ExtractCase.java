package dev.clausewatch.cli.crawler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clausewatch.cli.CommandFailedException;
import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.crawler.declaration.DeclarationParser;
import dev.clausewatch.crawler.declaration.ParsedDeclaration;
import dev.clausewatch.crawler.extract.CssSelector;
import dev.clausewatch.crawler.extract.Extraction;
import dev.clausewatch.crawler.extract.Extractor;
import dev.clausewatch.crawler.extract.Page;
import dev.clausewatch.events.Selector;
import dev.clausewatch.events.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A page, or several, with the declaration in force and the text that is expected of them.
 *
 * @param name of its folder
 * @param sources as declared; none when the declaration has a problem
 * @param pages in the order of the sources
 * @param expected Markdown
 * @param problem what is wrong with the declaration; absent when nothing is
 */
record ExtractCase(
        String name,
        List<Source> sources,
        List<Path> pages,
        String expected,
        @Nullable String problem) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern SOURCE = Pattern.compile("source\\d{0,3}\\.(?:html|pdf)");

    ExtractCase {
        sources = List.copyOf(sources);
        pages = List.copyOf(pages);
    }

    /** What became of a case: its text, or the reason why there is none. */
    sealed interface Outcome {
        record Text(String text) implements Outcome {}

        record Refused(String reason, String detail) implements Outcome {}
    }

    /** The cases of a folder by name. */
    static List<ExtractCase> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw CommandFailedException.unusable("--cases: %s is not a folder.".formatted(folder));
        }
        List<ExtractCase> cases = new ArrayList<>();
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path one : folders.filter(path -> Files.exists(path.resolve("declaration.json")))
                    .sorted()
                    .toList()) {
                cases.add(read(one));
            }
        }
        if (cases.isEmpty()) {
            throw CommandFailedException.unusable(
                    "--cases: %s has no case. A case is a folder with declaration.json, source.html (or source0.html, …; or .pdf) and expected.md."
                            .formatted(folder));
        }
        return cases;
    }

    private static ExtractCase read(Path folder) throws IOException {
        Path expected = folder.resolve("expected.md");
        if (!Files.exists(expected)) {
            throw CommandFailedException.unusable("%s: expected.md is missing.".formatted(folder));
        }
        ParsedDeclaration declaration = declaration(folder);
        boolean readable = declaration.valid() && !declaration.documents().isEmpty();
        List<Source> sources = readable ? declaration.documents().getFirst().sources() : List.of();
        List<Path> pages = pages(folder);
        if (readable && pages.size() != sources.size()) {
            throw CommandFailedException.unusable("%s: its declaration has %d sources, and there are %d source files."
                    .formatted(folder, sources.size(), pages.size()));
        }
        return new ExtractCase(
                fileName(folder),
                sources,
                pages,
                Files.readString(expected, StandardCharsets.UTF_8),
                readable ? null : declaration.problems().toString());
    }

    private static ParsedDeclaration declaration(Path folder) throws IOException {
        JsonNode given = json(folder.resolve("declaration.json"));
        ObjectNode declaration = JSON.createObjectNode();
        declaration.put("name", given.path("name").asText("case"));
        declaration
                .putObject("terms")
                .set(given.path("termsType").asText("Terms of Service"), given.path("declaration"));
        return new DeclarationParser(Duration.ofHours(12)).parse("declaration", JSON.writeValueAsBytes(declaration));
    }

    private static JsonNode json(Path file) throws IOException {
        try {
            return JSON.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw CommandFailedException.unusable("%s is not JSON: %s".formatted(file, e.getOriginalMessage()));
        }
    }

    /** By their numbers: source2.html comes before source10.html. */
    private static List<Path> pages(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> SOURCE.matcher(fileName(file)).matches())
                    .sorted(Comparator.comparingInt(
                                    (Path file) -> fileName(file).length())
                            .thenComparing(ExtractCase::fileName))
                    .toList();
        }
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** Whether an element that is selected stands inside another one: the expected text then holds it more than once. */
    boolean selectsNested() throws IOException {
        for (int i = 0; i < sources.size(); i++) {
            if (isHtml(pages.get(i)) && selectsNested(Jsoup.parse(pages.get(i).toFile(), null), sources.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean selectsNested(Document page, Source source) {
        Set<Element> selected = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Selector selector : source.select()) {
            if (selector.css() != null) {
                selected.addAll(page.select(CssSelector.parse(selector.css())));
            }
        }
        return selected.stream().anyMatch(element -> element.parents().stream().anyMatch(selected::contains));
    }

    private static boolean isHtml(Path page) {
        return !fileName(page).endsWith(".pdf");
    }

    Outcome extract(Extractor extractor) throws IOException {
        if (problem != null) {
            return new Outcome.Refused("declaration-invalid", problem);
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            Path page = pages.get(i);
            String mediaType = isHtml(page) ? "text/html" : "application/pdf";
            Page input = new Page(
                    new RawBytes(Files.readAllBytes(page)),
                    mediaType,
                    null,
                    sources.get(i).fetch());
            switch (extractor.extract(input, sources.get(i))) {
                case Extraction.Extracted extracted -> texts.add(extracted.text());
                case Extraction.Rejected rejected -> {
                    return new Outcome.Refused(rejected.reason().code(), rejected.detail());
                }
            }
        }
        return new Outcome.Text(Extractor.join(texts));
    }
}
