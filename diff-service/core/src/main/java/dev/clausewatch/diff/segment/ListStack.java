package dev.clausewatch.diff.segment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words that introduce the list that is being read: the paragraph before it, or the item above a nested one. */
final class ListStack {

    private @Nullable String paragraph;
    private final List<String> items = new ArrayList<>();

    void paragraph(String text) {
        paragraph = text.endsWith(":") ? text : null;
        items.clear();
    }

    void item(int level, String text) {
        while (items.size() > level) {
            items.removeLast();
        }
        items.add(text);
    }

    @Nullable
    String introOf(int level) {
        return level == 0 || items.isEmpty() ? paragraph : items.get(Math.min(level, items.size()) - 1);
    }

    void clear() {
        paragraph = null;
        items.clear();
    }
}
