/**
 * The evidence: raw bytes by their hash, and the chain of snapshots of each document.
 */
@NullMarked
package dev.clausewatch.crawler.archive;

import org.jspecify.annotations.NullMarked;
