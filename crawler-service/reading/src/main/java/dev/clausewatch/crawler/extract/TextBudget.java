package dev.clausewatch.crawler.extract;

import dev.clausewatch.events.Limits;

/**
 * How long the text of a page may get while it is read. A page can ask for far more text than it has bytes, with link targets and
 * indents that come back in every block; so the reading ends when the text is certain to be too large.
 */
final class TextBudget {

    /** Twice the text: link targets count with their words and again with their block, and normalising shortens plain text. */
    private static final int CHARACTERS = 2 * Limits.TEXT_BYTES + 64 * 1024;

    private int left = CHARACTERS;

    /** Thrown when nothing is left. */
    static final class ExceededException extends RuntimeException {
        private static final long serialVersionUID = 1;

        ExceededException() {
            super("The text is too large");
        }
    }

    void spend(int characters) {
        left -= characters;
        if (left < 0) {
            throw new ExceededException();
        }
    }
}
