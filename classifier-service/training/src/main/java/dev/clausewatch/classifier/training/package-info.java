/** How the classifier's models are made, and the list of provisions they are trained on; no service needs it. */
@NullMarked
package dev.clausewatch.classifier.training;

import org.jspecify.annotations.NullMarked;
