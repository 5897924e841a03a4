/**
 * Reclassifies stored changes with the current rules, in batches on request. The read model is updated, no alert is sent, and a report of
 * what changed is available at any time.
 */
@NullMarked
package dev.clausewatch.classifier.reclassification;

import org.jspecify.annotations.NullMarked;
