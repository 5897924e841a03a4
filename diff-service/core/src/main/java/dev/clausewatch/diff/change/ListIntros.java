package dev.clausewatch.diff.change;

import dev.clausewatch.diff.align.Alignment;
import dev.clausewatch.diff.segment.Interruption;
import dev.clausewatch.diff.segment.Provision;
import dev.clausewatch.diff.segment.TextNormalization;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words that introduce lists and tables, and the items that went from below one to below another that both texts have. */
final class ListIntros {

    private final Map<String, String> words = new HashMap<>();
    private final String[] before;
    private final String[] after;
    private final Map<String, Boolean> inBoth = new HashMap<>();
    private final Alignment alignment;

    ListIntros(List<Provision> before, List<Provision> after, Alignment alignment) {
        this.alignment = alignment;
        this.before = intros(before);
        this.after = intros(after);
        for (String intro : this.before) {
            inBoth.put(intro, false);
        }
        for (String intro : this.after) {
            inBoth.computeIfPresent(intro, (key, value) -> true);
        }
    }

    /** Whether the later item at a position was introduced by other words that both texts have. */
    boolean stoodElsewhere(int j) {
        int i = alignment.beforeOf(j);
        return i >= 0
                && !before[i].isEmpty()
                && !after[j].isEmpty()
                && !before[i].equals(after[j])
                && inBoth.getOrDefault(before[i], false)
                && inBoth.getOrDefault(after[j], false);
    }

    private String[] intros(List<Provision> provisions) {
        return provisions.stream().map(provision -> words(provision.intro())).toArray(String[]::new);
    }

    /** Empty where nothing announces a list: an item above a nested one may be one of the same list, set as its head. */
    private String words(@Nullable String intro) {
        Interruption.check();
        if (intro == null) {
            return "";
        }
        return words.computeIfAbsent(intro, text -> {
            String said = TextNormalization.withoutMarkup(text);
            return said.startsWith("|") || said.endsWith(":") ? TextNormalization.of(said) : "";
        });
    }
}
