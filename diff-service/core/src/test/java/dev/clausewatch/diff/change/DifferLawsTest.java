package dev.clausewatch.diff.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.diff.Texts;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.DiffOp;
import dev.clausewatch.events.DiffRun;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.ProvisionRef;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.TextFormat;
import dev.clausewatch.events.TouchedProvision;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws that hold for every text; a failing seed is in the test's name. */
class DifferLawsTest {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Of processor time, as a decision has it unless it is set otherwise. */
    private static final Duration DECISION_BUDGET = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theRunsOfAWordDiffRebuildBothTexts(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            String before = String.join(" ", Texts.clauses(random, 1 + random.nextInt(4)));
            String after = edited(random, before, 1 + random.nextInt(12));
            List<DiffRun> runs = WordDiff.between(before, after);
            assertEquals(before, rebuilt(runs, before, DiffOp.INSERT, true));
            assertEquals(after, rebuilt(runs, after, DiffOp.DELETE, false));
            for (DiffRun run : runs) {
                if (run.op() == DiffOp.EQUAL) {
                    assertEquals(
                            TextFormat.slice(before, run.beforeStart(), run.beforeEnd()),
                            TextFormat.slice(after, run.afterStart(), run.afterEnd()));
                }
            }
        }
    }

    @Test
    void theDiffOfEqualTextsIsEmpty() {
        assertEquals(List.of(), WordDiff.between("You may leave.", "You may leave."));
        assertEquals(List.of(), WordDiff.between("", ""));
    }

    @Test
    void oneWordOfMoneyIsOneRun() {
        List<DiffRun> runs = WordDiff.between("a fee of $1,000.50 a month", "a fee of $2,000.50 a month");
        assertEquals(
                List.of(DiffOp.EQUAL, DiffOp.DELETE, DiffOp.INSERT, DiffOp.EQUAL),
                runs.stream().map(DiffRun::op).toList());
        assertEquals(
                "$1,000.50",
                TextFormat.slice("a fee of $1,000.50 a month", 9, runs.get(1).beforeEnd()));
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void movingBlocksGivesAsManyMovesAndNothingElse(long seed) {
        Random random = new Random(seed);
        int count = 1 + random.nextInt(4);
        List<String> clauses = Texts.clauses(random, 60);
        List<String> moved = new ArrayList<>(clauses);
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.add(moved.remove(random.nextInt(15)));
        }
        for (String clause : taken) {
            moved.add(20 + random.nextInt(moved.size() - 20), clause);
        }
        ChangeDetected change = changed(Texts.plain(clauses), Texts.plain(moved));
        assertTrue(Story.isSilentEditorial(change), change::toString);
        assertEquals(count, change.touched().size());
        assertTrue(change.touched().stream().allMatch(t -> t.what().equals(Set.of(ProvisionChange.MOVED))));
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34})
    void renumberingGivesNoEdit(long seed) {
        Random random = new Random(seed);
        List<String> clauses = Texts.clauses(random, 40);
        ChangeDetected change = changed(numbered(clauses, 1), numbered(clauses, 2));
        assertTrue(Story.isSilentEditorial(change), change::toString);
        assertEquals(40, change.touched().size());
        assertTrue(change.touched().stream().allMatch(t -> t.what().equals(Set.of(ProvisionChange.RENUMBERED))));
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43})
    void lineageSurvivesTenEditedVersions(long seed) {
        Random random = new Random(seed);
        List<String> clauses = Texts.clauses(random, 80);
        Story story = new Story();
        List<String> ids = ids(story.captured(Texts.document(clauses)));
        for (int version = 0; version < 10; version++) {
            for (int edit = 0; edit < 6; edit++) {
                int at = random.nextInt(clauses.size());
                clauses.set(at, edited(random, clauses.get(at), 1));
            }
            List<String> now = ids(story.captured(Texts.document(clauses)));
            assertEquals(ids.size(), now.size());
            ids = now.equals(ids) ? ids : lived(ids, now);
        }
    }

    @Test
    void fiveThousandParagraphsAgainstAsManyOthersEndInTime() {
        List<String> clauses = Texts.clauses(new Random(5), 5_000);
        List<String> others = new ArrayList<>();
        for (String clause : clauses) {
            others.add(new StringBuilder(clause).reverse().toString());
        }
        Story story = new Story();
        story.captured(Texts.plain(clauses));
        long start = THREADS.getCurrentThreadCpuTime();
        story.captured(Texts.plain(others));
        Duration took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
        assertTrue(took.compareTo(DECISION_BUDGET) < 0, took::toString);
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62})
    void nothingIsCalledAddedThatStoodOrRemovedThatStands(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 12; round++) {
            List<String> clauses = Texts.clauses(random, 30);
            List<String> others = new ArrayList<>(clauses);
            for (int edit = 0; edit < 8; edit++) {
                rearrange(random, others);
            }
            String before = Texts.document(clauses);
            String after = Texts.document(others);
            for (TouchedProvision touched : changed(before, after).touched()) {
                assertFalse(isUntrue(touched, before, after), () -> touched + "\n" + before + "\n=>\n" + after);
            }
        }
    }

    private static boolean isUntrue(TouchedProvision touched, String before, String after) {
        ProvisionText gone = touched.what().contains(ProvisionChange.REMOVED) ? touched.before() : null;
        ProvisionText come = touched.what().contains(ProvisionChange.ADDED) ? touched.after() : null;
        return (gone != null && letters(after).contains(letters(gone.text())))
                || (come != null && letters(before).contains(letters(come.text())));
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** One of the things that happen to real pages. */
    private static void rearrange(Random random, List<String> clauses) {
        int at = random.nextInt(clauses.size() - 3);
        int to = random.nextInt(clauses.size());
        switch (random.nextInt(7)) {
            case 0 -> clauses.add(to, clauses.get(at));
            case 1 -> clauses.add(to, clauses.remove(at));
            case 2 -> clauses.set(at, clauses.get(at) + " " + clauses.remove(at + 1));
            case 3 ->
                clauses.set(at, String.join(" ", clauses.remove(at + 2), clauses.get(at), clauses.remove(at + 1)));
            case 4 -> {
                String clause = clauses.get(at);
                int end = clause.indexOf(". ") + 1;
                if (end > 0) {
                    clauses.set(at, clause.substring(0, end));
                    clauses.add(to, clause.substring(end + 1));
                }
            }
            case 5 -> clauses.set(at, edited(random, clauses.get(at), 2));
            default -> clauses.addAll(List.copyOf(clauses.subList(at, at + 3)));
        }
    }

    private static List<String> lived(List<String> before, List<String> now) {
        Set<String> survivors = new HashSet<>(before);
        survivors.retainAll(now);
        assertTrue(survivors.size() >= 0.98 * before.size(), () -> survivors.size() + " of " + before.size());
        return now;
    }

    private static List<String> ids(ChangeDetected change) {
        return change.provisions().stream().map(ProvisionRef::id).toList();
    }

    private static ChangeDetected changed(String before, String after) {
        Story story = new Story();
        story.captured(before);
        return story.captured(after);
    }

    private static String numbered(List<String> clauses, int first) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < clauses.size(); i++) {
            text.append(i + first).append(".1 ").append(clauses.get(i)).append("\n\n");
        }
        return text.toString();
    }

    private static String edited(Random random, String text, int edits) {
        List<String> words = new ArrayList<>(List.of(text.split(" ")));
        for (int i = 0; i < edits; i++) {
            int at = random.nextInt(words.size());
            switch (random.nextInt(3)) {
                case 0 -> words.set(at, "niemals🎈" + random.nextInt(100));
                case 1 -> words.add(at, "sofern");
                default -> {
                    if (words.size() > 1) {
                        words.remove(at);
                    }
                }
            }
        }
        return String.join(" ", words);
    }

    private static String rebuilt(List<DiffRun> runs, String text, DiffOp without, boolean before) {
        if (runs.isEmpty()) {
            return text;
        }
        StringBuilder rebuilt = new StringBuilder();
        for (DiffRun run : runs) {
            if (run.op() != without) {
                rebuilt.append(
                        before
                                ? TextFormat.slice(text, run.beforeStart(), run.beforeEnd())
                                : TextFormat.slice(text, run.afterStart(), run.afterEnd()));
            }
        }
        return rebuilt.toString();
    }
}
