package dev.clausewatch.crawler.schedule;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.crawler.archive.CapturedSource;
import dev.clausewatch.crawler.archive.DocumentText.ReadPage;
import dev.clausewatch.crawler.extract.Extractor;
import dev.clausewatch.events.RawCapture;
import dev.clausewatch.events.Selector;
import dev.clausewatch.events.Source;
import dev.clausewatch.testing.Mutations;
import dev.clausewatch.testing.Mutations.Mutated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that something happened to give a text or a reason, and never a fault of ours. */
class MutatedPageTest {

    /** Another one: {@code -Dmutations.seed=…}. */
    private static final long SEED = Long.getLong("mutations.seed", 20_261_129);

    private static final int OF_EACH_PAGE = 60;
    private static final String URL = "https://nimbus.example/terms";

    private final PageReader reader = new PageReader(new Extractor());

    static List<Path> pages() throws IOException {
        try (Stream<Path> demo = Files.walk(Path.of("../../deploy/local/src/main/resources/demo/site"));
                Stream<Path> fixtures = Files.walk(Path.of("../reading/src/test/resources/pages"))) {
            return Stream.concat(demo, fixtures)
                    .filter(file ->
                            file.toString().endsWith(".html") || file.toString().endsWith(".mdsource"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereAreEnoughPages() throws IOException {
        assertTrue(pages().size() * OF_EACH_PAGE >= 500, pages().toString());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyMutationGivesATextOrAReason(Path file) throws IOException {
        String page = Files.readString(file);
        boolean html = file.toString().endsWith(".html");
        Stream<Mutated> mutations = html ? Mutations.ofHtml(page, SEED) : Mutations.ofText(page, SEED);
        mutations.limit(OF_EACH_PAGE).forEach(mutated -> read(mutated, html ? "text/html" : "text/markdown"));
    }

    private void read(Mutated mutated, String mediaType) {
        try {
            switch (reader.capture(List.of(source(mutated)), List.of(page(mutated, mediaType)), null)) {
                case PageReader.Outcome.Text text ->
                    assertFalse(text.reading().text().isBlank(), mutated.name());
                case PageReader.Outcome.NoText none -> {
                    assertNotEquals(FailureReason.INTERNAL, none.failure().reason(), mutated.name());
                    assertFalse(none.failure().detail().isBlank(), mutated.name());
                }
            }
        } catch (RuntimeException | Error e) {
            throw new AssertionError(mutated.name(), e);
        }
    }

    /** With and without a selector, by turns. */
    private static Source source(Mutated mutated) {
        boolean selects = mutated.bytes().length % 2 == 0;
        return new Source(URL, selects ? List.of(Selector.css("main, body")) : List.of(), List.of(), false);
    }

    private static ReadPage page(Mutated mutated, String mediaType) {
        RawBytes body = new RawBytes(mutated.bytes());
        RawCapture raw = new RawCapture(URL, URL, 200, mediaType, body.sha256(), body.size(), Instant.EPOCH);
        return new ReadPage(new CapturedSource(raw, null, Map.of()), body);
    }
}
