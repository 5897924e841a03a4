/**
 * Corrections by reviewers: taken over HTTP, kept in the present answer of the change, told as a later classification, and handed out
 * as data to learn from.
 */
@NullMarked
package dev.clausewatch.classifier.correction;

import org.jspecify.annotations.NullMarked;
