/**
 * A language model of the user's own as a reader of provisions: what it is asked, over which HTTP, and which of its answers can be used.
 */
@NullMarked
package dev.clausewatch.classifier.reader;

import org.jspecify.annotations.NullMarked;
