package dev.clausewatch.crawler.evidence;

/**
 * Where a snapshot's record is in the log.
 *
 * @param sequence of the snapshot in its document
 * @param leaf 0, 1, 2 …; -1 when it is not in the log yet
 */
public record LoggedRecord(String snapshotId, long sequence, long leaf) {}
