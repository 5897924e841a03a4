package dev.clausewatch.alert.subscription;

/**
 * Why a request cannot be taken.
 *
 * @param field where, such as {@code filter.areas[0]}
 * @param reason what is wrong
 * @param remedy what to send instead
 */
record Violation(String field, String reason, String remedy) {}
