package dev.clausewatch.diff.change;

import dev.clausewatch.diff.segment.PrintedNumber;
import dev.clausewatch.diff.segment.Provision;
import dev.clausewatch.diff.segment.TextNormalization;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says which headings came and went; a heading's number is not part of it. */
final class HeadingChanges {

    private static final int MOST_NAMED = 5;

    private HeadingChanges() {}

    /** One sentence; empty when both texts print the same headings. */
    static String describe(List<Provision> before, List<Provision> after) {
        Map<String, String> gone = headings(before);
        Map<String, String> come = headings(after);
        Map<String, String> old = Map.copyOf(gone);
        gone.keySet().removeAll(come.keySet());
        come.keySet().removeAll(old.keySet());
        if (gone.isEmpty() && come.isEmpty()) {
            return paths(before).equals(paths(after))
                    ? ""
                    : "Headings differ only in their number, date, place or how they are set.";
        }
        return ("Headings that came: " + named(come) + "; that went: " + named(gone) + ".");
    }

    private static String named(Map<String, String> headings) {
        return headings.isEmpty()
                ? "none"
                : String.join(", ", headings.values().stream().limit(MOST_NAMED).toList())
                        + (headings.size() > MOST_NAMED ? " and " + (headings.size() - MOST_NAMED) + " more" : "");
    }

    private static List<List<String>> paths(List<Provision> provisions) {
        return provisions.stream().map(Provision::headingPath).distinct().toList();
    }

    private static Map<String, String> headings(List<Provision> provisions) {
        Map<String, String> headings = new LinkedHashMap<>();
        List<String> last = List.of();
        for (Provision provision : provisions) {
            if (!provision.headingPath().equals(last)) {
                last = provision.headingPath();
                for (String heading : last) {
                    headings.putIfAbsent(TextNormalization.of(PrintedNumber.without(heading)), heading);
                }
            }
        }
        return headings;
    }
}
