/**
 * Changes in, classifications out: the consumer, the store that makes a re-read change the same event again, and the published
 * register.
 */
@NullMarked
package dev.clausewatch.classifier.classification;

import org.jspecify.annotations.NullMarked;
