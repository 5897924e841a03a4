package dev.clausewatch.crawler.schedule;

/** What became of a capture, for logs and metrics. */
enum RecordingResult {
    CAPTURED,
    VERIFIED,
    /** The kept bytes were read in today's way; the pages are yet to be asked. */
    REREAD,
    FAILED,
    /** Its claim was lost, or what it was based on changed meanwhile: another capture follows. */
    DROPPED
}
