/**
 * Finds what a provision does by rules: phrases of words, with gaps and wildcards, that are matched in one pass. Rules are files
 * under {@code rules/}, one for each type; every hit names its rule and its words.
 */
@NullMarked
package dev.clausewatch.classifier.rules;

import org.jspecify.annotations.NullMarked;
