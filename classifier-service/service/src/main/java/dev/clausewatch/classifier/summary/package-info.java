/** A language model of the user's own writes a summary beside ours: it decides nothing, and what it says is checked. */
@NullMarked
package dev.clausewatch.classifier.summary;

import org.jspecify.annotations.NullMarked;
