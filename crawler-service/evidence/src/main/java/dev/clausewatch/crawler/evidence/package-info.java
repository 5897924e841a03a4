/**
 * What proves that a snapshot is what was captured then: a record of it, chained to the document's record before, under a Merkle tree
 * over all records whose root is signed.
 */
@NullMarked
package dev.clausewatch.crawler.evidence;

import org.jspecify.annotations.NullMarked;
