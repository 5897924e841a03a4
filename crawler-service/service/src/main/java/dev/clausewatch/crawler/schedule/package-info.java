/**
 * When a document is captured and by which replica, what a capture is, and what follows from it: snapshots, verifications,
 * failures, source health.
 */
@NullMarked
package dev.clausewatch.crawler.schedule;

import org.jspecify.annotations.NullMarked;
