package dev.clausewatch.classifier.correction;

/**
 * Why a correction cannot be taken.
 *
 * @param field where, such as {@code types[0]}
 * @param reason what is wrong
 * @param remedy what to send instead
 */
record Violation(String field, String reason, String remedy) {}
