package dev.clausewatch.diff.change;

import dev.clausewatch.diff.align.TrackedProvision;
import dev.clausewatch.diff.segment.Interruption;
import dev.clausewatch.diff.segment.PrintedNumber;
import dev.clausewatch.diff.segment.Provision;
import dev.clausewatch.diff.segment.TextNormalization;
import dev.clausewatch.events.DiffOp;
import dev.clausewatch.events.TextFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the differences that bring a passage which no earlier version has: what another way of reading the page brought and is not its
 * formatting, order, menus or words that were known. A passage is a whole new provision, or words put into one.
 */
final class BroughtWords {

    /** So many words in a row are the same passage by more than chance. */
    private static final int ROW = 5;

    /** Fewer new words provide nothing by themselves: titles, labels, captions of buttons. */
    private static final int FEWEST = 7;

    /** Words of which a provision that binds somebody, or what introduces it, has one; menus, imprints and captions mostly have none. Not "us", which is a country too. */
    private static final Set<String> BINDING =
            Set.of(("we our ours you your may must shall will cannot agree user users customer customers"
                            + " wir uns unsere sie ihr ihre ihnen darf dürfen muss müssen kann können"
                            + " nous notre vous votre vos peut peuvent pouvez doit doivent devez"
                            + " usted puede pueden debe deben nosotros noi può deve devono pode podem devem nós você"
                            + " wij ons onze uw mag mogen moet moeten kunt")
                    .split(" ", -1));

    private final List<Passage> passages = new ArrayList<>();
    /** The rows of all passages. */
    private final Set<String> rows = new HashSet<>();

    private final Set<String> known = new HashSet<>();

    private BroughtWords() {}

    /**
     * Words that came.
     *
     * @param source the position of what they came with
     */
    private record Passage(int source, List<String> words) {

        String row(int first) {
            return String.join(" ", words.subList(first, first + ROW));
        }
    }

    /**
     * Those of the differences that bring a passage, in their order.
     *
     * @param earlier texts, which are read as long as they may have a passage
     */
    static List<Difference> among(List<Difference> differences, Iterator<SegmentedText> earlier) {
        BroughtWords brought = new BroughtWords();
        for (int i = 0; i < differences.size(); i++) {
            brought.addPassages(i, differences.get(i));
        }
        while (brought.known.size() < brought.rows.size() && earlier.hasNext()) {
            brought.read(earlier.next());
        }
        return brought.passages.stream()
                .filter(brought::isNew)
                .map(Passage::source)
                .distinct()
                .map(differences::get)
                .toList();
    }

    /** Whether a text has any of the passages that came, as they are printed; also when none is long enough to tell. */
    static boolean anyStands(List<String> passages, SegmentedText text) {
        BroughtWords brought = new BroughtWords();
        for (int i = 0; i < passages.size(); i++) {
            brought.add(i, TextNormalization.of(PrintedNumber.without(passages.get(i))));
        }
        brought.read(text);
        return brought.passages.isEmpty() || !brought.passages.stream().allMatch(brought::isNew);
    }

    private void addPassages(int source, Difference difference) {
        TrackedProvision before = difference.before();
        TrackedProvision after = difference.after();
        if (!difference.substantive() || after == null || !binds(after.provision())) {
            return;
        }
        if (before == null) {
            add(source, after.provision().words());
            return;
        }
        String text = after.provision().text();
        WordDiff.between(before.provision().text(), text).stream()
                .filter(run -> run.op() == DiffOp.INSERT)
                .map(run -> TextFormat.slice(text, run.afterStart(), run.afterEnd()))
                .forEach(words -> add(source, TextNormalization.of(words)));
    }

    /** Whether it or what introduces it has a word that binds. */
    private static boolean binds(Provision provision) {
        String intro = provision.intro();
        return Stream.of(provision.words(), intro == null ? "" : TextNormalization.of(intro))
                .flatMap(words -> Arrays.stream(words.split(" ", -1)))
                .anyMatch(BINDING::contains);
    }

    private void add(int source, String words) {
        Interruption.check();
        Passage passage = new Passage(source, List.of(words.split(" ", -1)));
        if (passage.words().size() < FEWEST) {
            return;
        }
        passages.add(passage);
        for (int i = 0; i + ROW <= passage.words().size(); i++) {
            rows.add(passage.row(i));
        }
    }

    private void read(SegmentedText earlier) {
        Rows stream = new Rows();
        Map<String, String> titles = new HashMap<>();
        List<String> above = List.of();
        boolean lines = CoarseComparison.isLineBased(earlier);
        for (TrackedProvision tracked : earlier.provisions()) {
            Interruption.check();
            List<String> path = tracked.provision().headingPath();
            if (!path.equals(above)) {
                path.forEach(title -> stream.add(titles.computeIfAbsent(title, TextNormalization::of)));
                above = path;
            }
            stream.add(
                    lines
                            ? TextNormalization.of(tracked.provision().text())
                            : tracked.provision().words());
        }
    }

    /** Whether most of its words, and enough of them, stand in no row that was known. */
    private boolean isNew(Passage passage) {
        BitSet old = new BitSet();
        for (int i = 0; i + ROW <= passage.words().size(); i++) {
            if (known.contains(passage.row(i))) {
                old.set(i, i + ROW);
            }
        }
        int unknown = passage.words().size() - old.cardinality();
        return unknown >= FEWEST && 2 * unknown >= passage.words().size();
    }

    /** Reads words one behind the other, also from one provision into the next: another reading cuts them elsewhere. */
    private final class Rows {

        private final List<String> last = new ArrayList<>();

        void add(String words) {
            if (words.isEmpty()) {
                return;
            }
            for (String word : words.split(" ", -1)) {
                if (last.size() == ROW) {
                    last.removeFirst();
                }
                last.add(word);
                String row = String.join(" ", last);
                if (rows.contains(row)) {
                    known.add(row);
                }
            }
        }
    }
}
