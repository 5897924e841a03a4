package dev.clausewatch.crawler.bundle;

/** Where the bytes of a bundle come from, one at a time: together they may be more than memory holds. */
public interface BundleContents {

    /** The canonical bytes of a snapshot's record. */
    byte[] record(String snapshotId);

    /** The text of a snapshot. */
    String text(String snapshotId);

    /** The bytes of a page; nobody writes to the array. */
    byte[] raw(String sha256);
}
