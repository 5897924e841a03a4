/**
 * All provisions, and not only those that a change touched: keeps what they say, each wording once, and assesses it in the background,
 * behind changes, by the rules in use.
 */
@NullMarked
package dev.clausewatch.classifier.wording;

import org.jspecify.annotations.NullMarked;
