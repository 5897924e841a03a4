package dev.clausewatch.cli.crawler;

import dev.clausewatch.crawler.declaration.DocumentDefinition;
import dev.clausewatch.crawler.extract.Extraction;
import dev.clausewatch.crawler.extract.SelectorMatch;
import dev.clausewatch.crawler.fetch.FetchedPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Prints what documents read, and writes their texts. */
final class TrialReport {

    private static final int FIRST_LINES = 6;
    private static final int LINE_LENGTH = 160;
    private static final Pattern SPACE = Pattern.compile("\\s++");

    private final PrintWriter people;
    private final boolean wholeText;
    private final @Nullable Path out;

    /**
     * Prints nothing yet.
     *
     * @param wholeText instead of the first lines
     * @param out folder for the texts; absent for none
     */
    TrialReport(PrintWriter people, boolean wholeText, @Nullable Path out) {
        this.people = people;
        this.wholeText = wholeText;
        this.out = out;
    }

    void begin(int number, int of, DocumentDefinition document) {
        people.printf("%n[%d/%d] %s%n", number, of, document.id());
        people.flush();
    }

    void print(SourceTrial trial) {
        people.printf("  %s%n", trial.source().fetch());
        FetchedPage page = trial.page();
        if (page != null) {
            String moved = page.finalUrl().toString().equals(trial.source().fetch()) ? "" : ", from " + page.finalUrl();
            people.printf(
                    Locale.ROOT,
                    "    %s %s, %,d bytes%s%n",
                    page.renderedBy() == null ? "fetched" : "rendered by " + page.renderedBy() + ":",
                    page.mediaType(),
                    page.body().size(),
                    moved);
        }
        trial.matches().forEach(this::print);
        if (trial.extraction() instanceof Extraction.Rejected rejected) {
            people.printf("    FAILED %s: %s%n", rejected.reason().code(), rejected.detail());
        }
        people.flush();
    }

    private void print(SelectorMatch match) {
        String found = match.elements() > 0
                ? String.format(
                        Locale.ROOT,
                        "%s, %,d words",
                        match.selector().css() == null ? "found" : counted(match.elements(), "element"),
                        match.words())
                : "NOTHING MATCHES" + (match.missing() == null ? "" : ": " + match.missing());
        people.printf(
                "    %s %s: %s%n",
                match.removal() ? "remove" : "select", DeclarationReport.words(match.selector()), found);
    }

    private static String counted(int number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }

    /** Whether there is a text. */
    boolean print(DocumentDefinition document, Extraction extraction) throws IOException {
        return switch (extraction) {
            case Extraction.Extracted extracted -> {
                print(extracted.text());
                write(document, extracted.text());
                yield true;
            }
            case Extraction.Rejected rejected -> {
                people.printf("  no text: %s%n", rejected.reason().code());
                yield false;
            }
        };
    }

    private void print(String text) {
        List<String> blocks = text.lines().filter(line -> !line.isBlank()).toList();
        people.printf(
                Locale.ROOT,
                "  text: %,d characters, %,d words, %,d blocks%n",
                text.codePointCount(0, text.length()),
                SPACE.split(text.strip(), -1).length,
                blocks.size());
        (wholeText ? text.lines().toList() : blocks.subList(0, Math.min(FIRST_LINES, blocks.size())))
                .forEach(line -> people.printf("  | %s%n", wholeText ? line : shortened(line)));
        if (!wholeText && blocks.size() > FIRST_LINES) {
            people.printf("  | … %s more%n", counted(blocks.size() - FIRST_LINES, "block"));
        }
        people.flush();
    }

    private static String shortened(String line) {
        return line.codePointCount(0, line.length()) <= LINE_LENGTH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LINE_LENGTH)) + "…";
    }

    private void write(DocumentDefinition document, String text) throws IOException {
        if (out != null) {
            Path file = out.resolve(document.id() + ".md");
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
    }
}
