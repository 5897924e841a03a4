package dev.clausewatch.classifier.learn;

/**
 * The change of a provision as models read it.
 *
 * @param termsType of its document, such as {@code Terms of Service}
 * @param heading the nearest; empty where there is none
 * @param before its words of before; empty where it was added
 * @param after its words of after; empty where it was removed
 */
public record ChangedText(String termsType, String heading, String before, String after) {}
