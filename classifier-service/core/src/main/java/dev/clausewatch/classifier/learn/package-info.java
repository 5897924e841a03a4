/**
 * The learned part of the classifier: a linear model over the words of a provision and the rules that hold in it, one for each type.
 * Plain Java: the same provision gives the same confidences on any machine.
 */
@NullMarked
package dev.clausewatch.classifier.learn;

import org.jspecify.annotations.NullMarked;
