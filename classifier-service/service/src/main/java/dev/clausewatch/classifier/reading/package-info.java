/** A language model of the user's own reads provisions, beside the built-in answer or, where the user wants it, in its place. */
@NullMarked
package dev.clausewatch.classifier.reading;

import org.jspecify.annotations.NullMarked;
