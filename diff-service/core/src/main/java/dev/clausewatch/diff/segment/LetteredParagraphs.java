package dev.clausewatch.diff.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words that introduce lettered paragraphs, which are a list that is not set as one: "You may not:", "(a) copy,", "(b) sell".
 * Levels nest by the kind of their labels; a paragraph without one ends them all.
 */
final class LetteredParagraphs {

    private static final Pattern BRACKETS = Pattern.compile("[().]");
    private static final int DEEPEST = 8;
    private static final String ROMAN_DIGITS = "ivxlc";
    private static final int[] ROMAN_VALUES = {1, 5, 10, 50, 100};

    private enum Kind {
        LETTER,
        CAPITAL,
        ROMAN,
        DIGIT
    }

    /** A list of which the last label was this one. */
    private record Level(Kind kind, @Nullable String intro, int last) {}

    private final List<Level> levels = new ArrayList<>();
    private String before = "";

    /** What introduces the paragraph that comes now; null when nothing does. */
    @Nullable
    String introOf(@Nullable String number, String text) {
        String intro = number == null ? none() : introOf(label(number));
        before = text;
        return intro;
    }

    void clear() {
        levels.clear();
        before = "";
    }

    private @Nullable String introOf(String label) {
        for (int level = levels.size() - 1; level >= 0; level--) {
            Level open = levels.get(level);
            if (ordinal(label, open.kind()) == open.last() + 1) {
                levels.subList(level, levels.size()).clear();
                levels.add(new Level(open.kind(), open.intro(), open.last() + 1));
                return open.intro();
            }
        }
        for (Kind kind : Kind.values()) {
            if (ordinal(label, kind) == 1 && !before.isEmpty() && !before.endsWith(".")) {
                if (levels.size() < DEEPEST) {
                    levels.add(new Level(kind, before, 1));
                }
                return before;
            }
        }
        return none();
    }

    private @Nullable String none() {
        levels.clear();
        return null;
    }

    /** What stands in the brackets of a label; empty for the numbers of sections. */
    private static String label(String number) {
        boolean bracket = number.endsWith(")");
        String inner =
                bracket || number.length() == 2 ? BRACKETS.matcher(number).replaceAll("") : "";
        boolean digits = !inner.isEmpty() && Character.isDigit(inner.charAt(0));
        return digits && !bracket ? "" : inner;
    }

    /** Which place a label has in lists of a kind, from 1; 0 when it is not of the kind. */
    private static int ordinal(String label, Kind kind) {
        if (label.isEmpty()) {
            return 0;
        }
        char first = label.charAt(0);
        return switch (kind) {
            case LETTER -> label.length() == 1 && first >= 'a' && first <= 'z' ? first - 'a' + 1 : 0;
            case CAPITAL -> label.length() == 1 && first >= 'A' && first <= 'Z' ? first - 'A' + 1 : 0;
            case ROMAN -> roman(label);
            case DIGIT -> label.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(label) : 0;
        };
    }

    private static int roman(String label) {
        int sum = 0;
        int greater = 0;
        for (int i = label.length() - 1; i >= 0; i--) {
            int digit = ROMAN_DIGITS.indexOf(label.charAt(i));
            if (digit < 0) {
                return 0;
            }
            int value = ROMAN_VALUES[digit];
            sum += value < greater ? -value : value;
            greater = Math.max(greater, value);
        }
        return sum;
    }
}
