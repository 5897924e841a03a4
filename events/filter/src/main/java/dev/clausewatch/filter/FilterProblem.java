package dev.clausewatch.filter;

import org.jspecify.annotations.Nullable;

/**
 * Why a filter cannot be taken.
 *
 * @param field where, such as {@code areas[0]}
 * @param reason what is the matter with it
 * @param value what was sent, of any length; absent where the reason says it all
 * @param remedy what to send instead
 */
public record FilterProblem(
        String field, String reason, @Nullable String value, String remedy) {}
