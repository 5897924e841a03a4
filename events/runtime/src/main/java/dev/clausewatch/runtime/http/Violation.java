package dev.clausewatch.runtime.http;

/**
 * What is wrong in the body of a request, as an entry of the {@code errors} of a problem.
 *
 * @param field where, such as {@code filter.areas[0]}; empty for the body as a whole
 * @param reason what is wrong
 * @param remedy what to send instead
 */
public record Violation(String field, String reason, String remedy) {}
