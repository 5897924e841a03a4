package dev.clausewatch.crawler.extract;

import java.util.List;
import java.util.regex.Pattern;

/** Puts blocks together: an empty line between two, none between items of one list or rows of one table. */
final class Blocks {

    /** Stands alone. */
    static final int ALONE = 0;

    /** What would read as another block's mark. Numbers stay: a printed number is a label wherever it stands. */
    private static final Pattern MARK =
            Pattern.compile("\\A(?:#{1,6} |[-+*>] |\\||`{3}|~{3}|(?:[-*_] ?+){3,}+$).*", Pattern.DOTALL);

    private final TextBudget budget;
    private final StringBuilder out = new StringBuilder();
    private int lastGroup = ALONE;
    private int groups;

    Blocks(TextBudget budget) {
        this.budget = budget;
    }

    /** A number for the lines of a new list or table. */
    int newGroup() {
        return ++groups;
    }

    /** Adds a line as it is. */
    void add(int group, String line) {
        budget.spend(line.length());
        if (!out.isEmpty()) {
            out.append(group != ALONE && group == lastGroup ? "\n" : "\n\n");
        }
        out.append(line);
        lastGroup = group;
    }

    void table(List<List<String>> rows) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        int group = newGroup();
        for (int i = 0; i < rows.size(); i++) {
            StringBuilder line = new StringBuilder("|");
            for (int column = 0; column < width; column++) {
                String cell = column < rows.get(i).size() ? rows.get(i).get(column) : "";
                line.append(' ').append(cell.replace("|", "\\|")).append(cell.isEmpty() ? "|" : " |");
            }
            add(group, line.toString());
            if (i == 0) {
                add(group, "|" + " --- |".repeat(width));
            }
        }
    }

    /** A paragraph's text, so that it reads as one. */
    static String plain(String text) {
        return MARK.matcher(text).matches() ? "\\" + text : text;
    }

    String text() {
        return out.toString();
    }
}
