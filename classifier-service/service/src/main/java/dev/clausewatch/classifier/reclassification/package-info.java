/**
 * Runs the archive of answers through the rules in use, in batches that somebody asks for: the read model moves, nobody is alerted, and
 * what changed can be asked for at any time.
 */
@NullMarked
package dev.clausewatch.classifier.reclassification;

import org.jspecify.annotations.NullMarked;
