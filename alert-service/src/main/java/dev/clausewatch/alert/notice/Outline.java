package dev.clausewatch.alert.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice as people read it, in plain text that nobody has escaped yet. Most of it comes from pages of others.
 *
 * @param title one line
 * @param text what happened, in sentences
 * @param facts such as severity and areas, in one line; empty where there are none
 * @param clauses what was touched, worst first
 * @param leftOut how many clauses are not in the list
 * @param link where all of it is
 * @param linkText what the link is called
 */
public record Outline(
        String title, String text, String facts, List<Clause> clauses, int leftOut, String link, String linkText) {

    static final int TITLE = 140;
    private static final int LABEL = 120;

    public Outline {
        clauses = List.copyOf(clauses);
    }

    /**
     * A touched clause.
     *
     * @param label its number and heading; empty where it has none
     * @param facts such as its severity; empty where there are none
     * @param sentence what changed
     * @param before its words before; absent where it was added or says the same
     * @param after its words after; absent where it was removed or says the same
     */
    public record Clause(
            String label,
            String facts,
            String sentence,
            @Nullable Words before,
            @Nullable Words after) {

        /** The words before, and that they are; empty where there are none. */
        public String beforeLine() {
            return before == null ? "" : "Before: " + before.text();
        }

        /** The words after, and that they are; empty where there are none. */
        public String afterLine() {
            return after == null ? "" : "After: " + after.text();
        }

        private Clause cut(int length) {
            return new Clause(
                    Cut.to(label, LABEL),
                    facts,
                    Cut.to(sentence, length),
                    before == null ? null : before.cut(length),
                    after == null ? null : after.cut(length));
        }
    }

    /**
     * One side of a clause.
     *
     * @param differsAt the first code point that is not the same on the other side
     */
    public record Words(String text, int differsAt) {

        private Words cut(int length) {
            return new Words(Cut.around(text, differsAt, length), 0);
        }
    }

    /** How many clauses are missing, in words; empty where none is. */
    public String moreClauses() {
        return leftOut == 0 ? "" : "And " + leftOut + (leftOut == 1 ? " more clause." : " more clauses.");
    }

    /**
     * The same with less.
     *
     * @param most clauses at most
     * @param length of each text at most, in code points
     */
    public Outline cut(int most, int length) {
        List<Clause> kept = clauses.subList(0, Math.min(most, clauses.size())).stream()
                .map(clause -> clause.cut(length))
                .toList();
        return new Outline(
                Cut.to(title, TITLE),
                Cut.to(text, 2 * length),
                Cut.to(facts, LABEL * 2),
                kept,
                leftOut + clauses.size() - kept.size(),
                link,
                linkText);
    }
}
