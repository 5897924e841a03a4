package dev.clausewatch.diff.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.TextFormat;
import dev.clausewatch.testing.Stacks;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text stops the differ: each is compared, and a clause that changed beside it is still found. The time-out only ends a test that hangs. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 4, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileTextTest {

    private static final int MUCH = 200_000;
    private static final String TERMS =
            "# Terms\n\nYou may leave at any time.\n\n%s\n\nWe keep your data for %s days.\n";

    static Stream<String> paragraphs() {
        return Stream.of(
                filled("|-") + "x",
                "| a | b |\n| - | - |\n" + filled("|-").substring(0, 100_000) + "x",
                filled("1."),
                filled("1.1 "),
                "Section " + filled("1.") + " x",
                filled("(a)"),
                "1" + filled("(a)"),
                filled("§"),
                "![](data:image/png;base64," + filled("QUJD").substring(0, 12_000) + ")",
                "[a whole sentence](" + filled("escaped\\_words\\_").substring(0, 200_000) + ")",
                "[a](" + filled("(b)") + ")",
                "[a](" + filled("("),
                filled("["),
                filled("[a]("),
                filled("[a](b)"),
                filled("]("),
                filled("http://"),
                filled("*"),
                filled("_") + "a",
                filled("`"),
                filled("\\"),
                "v" + filled("1."),
                filled("2026 "),
                filled("Last updated 3 March 2026. "),
                filled("1 "),
                filled("1,"),
                filled("a'"),
                filled("a"),
                filled("a b "),
                filled("."),
                ". " + filled(" ") + "x",
                filled("# "),
                filled("\u6f22"),
                filled("\ud83d\ude00"),
                filled("e\u0301"),
                filled("see Section 1.2 and "),
                filled("(a) x\n\n"),
                "a" + filled("\u0301`\u0316").substring(0, 120_000),
                headings(),
                filled("~~"),
                filled("~~a "),
                filled("~~a~~"),
                filled("p {a: b} "),
                filled("p {"),
                filled("[a](https://a.example/ b"),
                filled("our 12 "),
                filled("© 2026 "),
                filled("## a\n\nb c.\n\n"),
                numbered("%d. You may do this.\n\n"),
                numbered("- item %d\n"),
                nested(),
                numbered("You may not do thing %d.\n\n"));
    }

    @ParameterizedTest
    @MethodSource("paragraphs")
    void aClauseBesideAHostileParagraphIsStillFound(String paragraph) throws Exception {
        String text = TextFormat.normalize(TERMS.formatted(paragraph, "30"));
        ChangeDetected change = Stacks.onSmallStack(() -> {
            Story story = new Story();
            story.captured(text);
            return story.captured(text.replace("30 days", "90 days"));
        });
        assertEquals(ChangeKind.SUBSTANTIVE, change.verdict().kind());
        assertEquals(1, change.touched().size());
    }

    @ParameterizedTest
    @MethodSource("paragraphs")
    void aHostileParagraphThatChangesIsCompared(String paragraph) throws Exception {
        Random random = new Random(paragraph.length());
        String text = TextFormat.normalize(TERMS.formatted(paragraph, "30"));
        String other = TextFormat.normalize(TERMS.formatted(scattered(paragraph, random), "30"));
        ChangeDetected change = Stacks.onSmallStack(() -> {
            Story story = new Story();
            story.captured(text);
            return story.captured(other);
        });
        assertTrue(
                change.verdict().kind() != ChangeKind.UNKNOWN,
                () -> change.verdict().kind().name());
    }

    @Test
    void aTextWithoutOneWordInCommonInThousandsOfLongClausesIsCompared() throws Exception {
        Random random = new Random(7);
        ChangeDetected change = Stacks.onSmallStack(() -> {
            Story story = new Story();
            story.captured(shuffled(random));
            return story.captured(shuffled(random));
        });
        assertTrue(
                change.verdict().kind() != ChangeKind.UNKNOWN,
                () -> change.verdict().kind().name());
    }

    /** Sixty clauses of three thousand words each out of a small vocabulary: every pair is worth comparing, and nothing fits. */
    private static String shuffled(Random random) {
        List<String> clauses = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            StringBuilder clause = new StringBuilder("Clause");
            for (int word = 0; word < 2_900; word++) {
                clause.append(" w").append(random.nextInt(600));
            }
            clauses.add(clause.toString());
        }
        return String.join("\n\n", clauses) + "\n";
    }

    private static String scattered(String paragraph, Random random) {
        StringBuilder scattered = new StringBuilder(paragraph);
        for (int i = 0; i < 50; i++) {
            scattered.insert(random.nextInt(scattered.length()), 'z');
        }
        return scattered.toString();
    }

    private static String filled(String piece) {
        return piece.repeat(MUCH / piece.length());
    }

    /** Their hashes are all the same. */
    private static String headings() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; lines.length() < MUCH / 2; i++) {
            lines.append("## ");
            for (int bit = 0; bit < 14; bit++) {
                lines.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            lines.append("\n\nYou may not do thing ").append(i).append(".\n\n");
        }
        return lines.toString();
    }

    private static String numbered(String line) {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; lines.length() < MUCH; i++) {
            lines.append(line.formatted(i));
        }
        return lines.toString();
    }

    private static String nested() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; lines.length() < MUCH; i++) {
            lines.append(" ".repeat(4 * i)).append("- item ").append(i).append('\n');
        }
        return lines.toString();
    }
}
