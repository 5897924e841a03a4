package dev.clausewatch.classifier.assess;

import org.jspecify.annotations.Nullable;

/**
 * What the change of a provision does to whom, in the words that decide it.
 *
 * @param line one line without an end
 * @param kind how the words changed
 * @param statement what they say; absent where that is not plain
 * @param words those that came or went
 * @param figure the one figure that changed; absent where there is none
 */
record Consequence(
        String line,
        Kind kind,
        @Nullable Statement statement,
        String words,
        @Nullable ChangedFigure figure) {

    /** How the words changed. */
    enum Kind {
        /** A sentence came. */
        COME,
        /** A sentence went. */
        GONE,
        /** Words came into a sentence. */
        WIDENED,
        /** Words went out of a sentence. */
        NARROWED,
        /** Words stand in place of others. */
        REPLACED,
        /** A figure is another. */
        FIGURE;

        /** Whether there is something new, and not only less than before. */
        boolean comes() {
            return this != GONE && this != NARROWED;
        }
    }
}
