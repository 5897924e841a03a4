/** What the {@code clausewatch} script runs of the classifier: its measurements and the training of its model, without service, broker or database. */
@NullMarked
package dev.clausewatch.classifier.commands;

import org.jspecify.annotations.NullMarked;
