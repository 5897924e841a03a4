/** Commands on the classifier's core: measuring and training it, rules of one's own, classifying anew. */
@NullMarked
package dev.clausewatch.cli.classifier;

import org.jspecify.annotations.NullMarked;
