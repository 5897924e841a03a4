package dev.clausewatch.crawler.extract;

import dev.clausewatch.events.TextFormat;
import org.jspecify.annotations.Nullable;

/** Collects the words of one block with their links. A link that runs over the end of a block goes on in the next. */
final class InlineText {

    private final TextBudget budget;
    private StringBuilder text = new StringBuilder();
    private int linkStart = -1;
    private String linkTarget = "";

    InlineText(TextBudget budget) {
        this.budget = budget;
    }

    void append(String words) {
        text.append(words);
    }

    void space() {
        text.append(' ');
    }

    /** Links do not nest: while one is open another is only words. */
    boolean openLink(String target) {
        if (linkStart >= 0 || target.isEmpty()) {
            return false;
        }
        linkStart = text.length();
        linkTarget = target;
        return true;
    }

    void closeLink() {
        wrap();
        linkStart = -1;
    }

    /** The words so far, on one line, and begins anew; absent when there are none. */
    @Nullable
    String take() {
        boolean open = linkStart >= 0;
        if (open) {
            wrap();
        }
        String words = TextFormat.normalize(text.toString().replace('\n', ' ').replace('\r', ' '))
                .strip();
        String line = NewWindow.without(Obfuscation.spelledOut(words));
        text = new StringBuilder();
        linkStart = open ? 0 : -1;
        return line.isEmpty() ? null : line;
    }

    private void wrap() {
        String raw = text.substring(linkStart);
        String words = raw.strip();
        text.setLength(linkStart);
        if (words.isEmpty()) {
            text.append(raw);
            return;
        }
        budget.spend(linkTarget.length());
        String escaped = words.replace("[", "\\[").replace("]", "\\]");
        text.append(raw, 0, raw.indexOf(words))
                .append('[')
                .append(escaped)
                .append("](")
                .append(linkTarget)
                .append(')')
                .append(raw, raw.indexOf(words) + words.length(), raw.length());
    }
}
