package dev.clausewatch.crawler.schedule;

/** A document with what came of its capture, not yet recorded. */
record Capture(DueDocument due, CaptureResult result) {}
