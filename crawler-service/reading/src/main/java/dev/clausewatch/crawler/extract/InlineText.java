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
    private boolean struckOut;
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
        if (behindScript && Superscripts.joins(text, words.charAt(0))) {
            text.append(' ');
        }
        behindScript = false;
        text.append(LineMarks.words(words));
    }

    /** Appends a superscript or subscript as {@link Superscripts} writes it. */
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
        linkTarget = LineMarks.words(target);
        return true;
    }

    void closeLink() {
        if (linkStart >= 0) {
            wrapLink();
            linkStart = -1;
        }
    }

    /**
     * Begins what an element does to the words in it; an open strike goes on in those inside it.
     *
     * @return what {@link #leave} is to be told at its end
     */
    boolean enter(StrikethroughElements.Effect effect) {
        boolean outer = struckOut;
        strike(effect == StrikethroughElements.Effect.STRIKES
                || (outer && effect == StrikethroughElements.Effect.NONE));
        return outer;
    }

    /** Ends what an element does. */
    void leave(boolean outer) {
        strike(outer);
    }

    boolean isStruckOut() {
        return struckOut;
    }

    private void strike(boolean strike) {
        if (strike == struckOut) {
            return;
        }
        if (strike) {
            strikeStart = text.length();
            strikeInLink = linkStart >= 0;
        } else {
            if (!strikeInLink) {
                // A strike that ends inside a link and began before it: the words stay and the link does not.
                linkStart = -1;
            }
            wrapStrike();
        }
        struckOut = strike;
    }

    /** The words so far, on one line, and begins anew; absent when there are none. */
    @Nullable
    String take() {
        boolean link = linkStart >= 0;
        if (struckOut && strikeInLink) {
            wrapStrike();
        }
        if (link) {
            wrapLink();
        }
        if (struckOut && !strikeInLink) {
            wrapStrike();
        }
        String line = LineMarks.written(NewWindow.without(Obfuscation.spelledOut(takeUnmarked())));
        linkStart = link ? 0 : -1;
        strikeStart = 0;
        return line.isEmpty() ? null : line;
    }

    /** The words so far, to be appended to others. */
    String takeUnmarked() {
        String words = TextFormat.normalize(text.toString().replace('\n', ' ').replace('\r', ' '))
                .strip();
        text = new StringBuilder();
        behindScript = false;
        return words;
    }

    private void wrapLink() {
        String raw = text.substring(linkStart);
        String words = raw.strip();
        if (words.isEmpty()) {
            return;
        }
        budget.spend(linkTarget.length());
        replace(
                linkStart,
                raw,
                words,
                LineMarks.LINK + words + LineMarks.LINK_TARGET + linkTarget + LineMarks.LINK_END);
    }

    private void wrapStrike() {
        String raw = text.substring(strikeStart);
        String words = raw.strip();
        if (!words.isEmpty()) {
            replace(strikeStart, raw, words, LineMarks.STRIKE + words + LineMarks.STRIKE_END);
        }
    }

    /** Puts words in place of others; the space around them stays outside. */
    private void replace(int start, String raw, String words, String by) {
        int from = raw.indexOf(words);
        text.replace(start + from, start + from + words.length(), by);
    }
}
