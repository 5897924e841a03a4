package dev.clausewatch.gateway.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.events.DiffOp;
import dev.clausewatch.events.DiffRun;
import dev.clausewatch.events.EvidenceSpan;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.Side;
import dev.clausewatch.events.TouchedProvision;
import dev.clausewatch.testing.CanonicalEvents;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RedlineTest {

    @Test
    void showsKeptDeletedAndInsertedWordsInOneText() {
        List<Redline.Run> runs = Redline.of(
                touched(
                        "We keep it.",
                        "We sell it.",
                        List.of(
                                new DiffRun(DiffOp.EQUAL, 0, 3, 0, 3),
                                new DiffRun(DiffOp.DELETE, 3, 7, 3, 3),
                                new DiffRun(DiffOp.INSERT, 7, 7, 3, 7),
                                new DiffRun(DiffOp.EQUAL, 7, 11, 7, 11))),
                List.of());
        assertEquals(
                List.of(
                        new Redline.Run("EQUAL", "We ", false),
                        new Redline.Run("DELETE", "keep", false),
                        new Redline.Run("INSERT", "sell", false),
                        new Redline.Run("EQUAL", " it.", false)),
                runs);
    }

    @Test
    void showsTheRunsThatTheEventHasAndNoOthers() {
        TouchedProvision touched = CanonicalEvents.changeDetected().touched().getFirst();
        List<Redline.Run> runs = Redline.of(touched, List.of());

        assertEquals(
                touched.diff().stream().map(run -> run.op().name()).toList(),
                runs.stream().map(Redline.Run::op).toList());
        assertEquals(text(touched.before()), text(runs, run -> !run.inserted()));
        assertEquals(text(touched.after()), text(runs, run -> !run.deleted()));
    }

    @Test
    void cutsRunsWhereEvidenceBeginsAndEnds() {
        List<Redline.Run> runs = Redline.of(
                touched(null, "You may not compete.", List.of()),
                List.of(new EvidenceSpan(Side.AFTER, 4, 11, "rule"), new EvidenceSpan(Side.BEFORE, 0, 2, "rule")));
        assertEquals(
                List.of(
                        new Redline.Run("INSERT", "You ", false),
                        new Redline.Run("INSERT", "may not", true),
                        new Redline.Run("INSERT", " compete.", false)),
                runs);
    }

    @Test
    void countsCodePointsNotChars() {
        List<Redline.Run> runs = Redline.of(
                touched(
                        "😀 a",
                        "😀 b",
                        List.of(new DiffRun(DiffOp.EQUAL, 0, 2, 0, 2), new DiffRun(DiffOp.INSERT, 3, 3, 2, 3))),
                List.of());
        assertEquals(List.of(new Redline.Run("EQUAL", "😀 ", false), new Redline.Run("INSERT", "b", false)), runs);
    }

    @Test
    void showsBothTextsWholeWhenThereIsNoWordDiff() {
        assertEquals(
                List.of(new Redline.Run("DELETE", "old", false), new Redline.Run("INSERT", "new", false)),
                Redline.of(touched("old", "new", List.of()), List.of()));
        assertEquals(
                List.of(new Redline.Run("EQUAL", "same", false)),
                Redline.of(touched("same", "same", List.of()), List.of()));
    }

    @Test
    void takesOffsetsBeyondTheTextForItsEnd() {
        List<Redline.Run> runs = Redline.of(
                touched("a", "b", List.of(new DiffRun(DiffOp.INSERT, 0, 0, 0, 99))),
                List.of(new EvidenceSpan(Side.AFTER, 0, 500, "rule")));
        assertEquals(List.of(new Redline.Run("INSERT", "b", true)), runs);
    }

    private static String text(List<Redline.Run> runs, Predicate<Redline.Run> which) {
        return runs.stream().filter(which).map(Redline.Run::text).collect(Collectors.joining());
    }

    private static @Nullable String text(@Nullable ProvisionText provision) {
        return provision == null ? null : provision.text();
    }

    private static TouchedProvision touched(@Nullable String before, @Nullable String after, List<DiffRun> diff) {
        return new TouchedProvision("id", Set.of(ProvisionChange.EDITED), List.of(), text(before), text(after), diff);
    }

    private static @Nullable ProvisionText text(@Nullable String words) {
        return words == null ? null : new ProvisionText("id", null, List.of(), null, words, 0, words.length());
    }
}
