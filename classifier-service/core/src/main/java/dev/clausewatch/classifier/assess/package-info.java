/**
 * Judges a change: types and areas of each touched provision, how much the edit matters, how severe it is, and one plain sentence
 * that quotes it. {@link dev.clausewatch.classifier.assess.Classifier} is the way in; it needs no framework.
 */
@NullMarked
package dev.clausewatch.classifier.assess;

import org.jspecify.annotations.NullMarked;
