/**
 * Which laws a clause engages: those that it names, and those whose conditions hold for its types, its words and its document.
 */
@NullMarked
package dev.clausewatch.classifier.law;

import org.jspecify.annotations.NullMarked;
