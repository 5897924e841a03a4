/**
 * Corrections by reviewers: accepted over HTTP, stored with the current classification, published as a later classification, and exported
 * as training data.
 */
@NullMarked
package dev.clausewatch.classifier.correction;

import org.jspecify.annotations.NullMarked;
