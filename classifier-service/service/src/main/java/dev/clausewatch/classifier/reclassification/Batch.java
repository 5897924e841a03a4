package dev.clausewatch.classifier.reclassification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some answers, in the order of documents and versions.
 *
 * @param items what they said and say
 * @param tooLarge ids of changes whose answer does not fit into an event; they keep the one they have
 * @param next what to send as {@code after} for the rest; absent at the end
 */
record Batch(
        List<Difference> items,
        List<String> tooLarge,
        @Nullable String next) {}
