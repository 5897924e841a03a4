package dev.clausewatch.crawler.extract;

import dev.clausewatch.events.TextFormat;
import org.jspecify.annotations.Nullable;

/**
 * Collects the words of one block with their links and with the marks around those that are struck out. A link or a mark that runs over
 * the end of a block goes on in the next.
 */
final class InlineText {

    private static final int TAIL = 20;

    private final TextBudget budget;
    private StringBuilder text = new StringBuilder();
    private int linkStart = -1;
    private String linkTarget = "";
    private int strikeStart = -1;
    private int strikes;
    /** Whether the strike began inside the link that is open, so that it ends before it. */
    private boolean strikeInLink;

    private boolean behindScript;

    InlineText(TextBudget budget) {
        this.budget = budget;
    }

    void append(String words) {
        if (words.isEmpty()) {
            return;
        }
        if (behindScript && Raised.joins(text, words.charAt(0))) {
            text.append(' ');
        }
        behindScript = false;
        text.append(StruckOut.escape(words));
    }

    /** Appends a superscript or subscript as {@link Raised} writes it. */
    void appendScript(String written) {
        text.append(written);
        behindScript = true;
    }

    /** The end of the words so far. */
    CharSequence tail() {
        return text.subSequence(Math.max(0, text.length() - TAIL), text.length());
    }

    void space() {
        text.append(' ');
        behindScript = false;
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
        wrapLink();
        linkStart = -1;
    }

    /** What follows is struck out, if so; to be closed with the same. Strikes nest: the outermost marks all. */
    void openStrike(boolean struck) {
        strikes += struck ? 1 : 0;
        if (struck && strikes == 1) {
            strikeStart = text.length();
            strikeInLink = linkStart >= 0;
        }
    }

    void closeStrike(boolean struck) {
        strikes -= struck ? 1 : 0;
        if (struck && strikes == 0) {
            wrapStrike();
            strikeStart = -1;
        }
    }

    boolean isStruckOut() {
        return strikes > 0;
    }

    /** The words so far, on one line, and begins anew; absent when there are none. */
    @Nullable
    String take() {
        boolean link = linkStart >= 0;
        boolean strike = strikes > 0;
        if (strike && strikeInLink) {
            wrapStrike();
        }
        if (link) {
            wrapLink();
        }
        if (strike && !strikeInLink) {
            wrapStrike();
        }
        String words = TextFormat.normalize(text.toString().replace('\n', ' ').replace('\r', ' '))
                .strip();
        String line = NewWindow.without(Obfuscation.spelledOut(words));
        text = new StringBuilder();
        behindScript = false;
        linkStart = link ? 0 : -1;
        strikeStart = strike ? 0 : -1;
        return line.isEmpty() ? null : line;
    }

    private void wrapLink() {
        String raw = text.substring(linkStart);
        String words = raw.strip();
        if (words.isEmpty()) {
            return;
        }
        budget.spend(linkTarget.length());
        String escaped = words.replace("[", "\\[").replace("]", "\\]");
        replace(linkStart, raw, words, "[" + escaped + "](" + linkTarget + ")");
    }

    private void wrapStrike() {
        String raw = text.substring(strikeStart);
        String words = raw.strip();
        if (!words.isEmpty()) {
            replace(strikeStart, raw, words, StruckOut.MARK + words + StruckOut.MARK);
        }
    }

    /** Puts words in place of others; the space around them stays outside. */
    private void replace(int start, String raw, String words, String by) {
        int from = raw.indexOf(words);
        text.replace(start + from, start + from + words.length(), by);
    }
}
