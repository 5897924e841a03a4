/**
 * Writes the records of snapshots, keeps the log over them, signs its checkpoints, and answers with them and with proofs. What a record,
 * the tree and a signature are is the evidence module's.
 */
@NullMarked
package dev.clausewatch.crawler.evidence;

import org.jspecify.annotations.NullMarked;
