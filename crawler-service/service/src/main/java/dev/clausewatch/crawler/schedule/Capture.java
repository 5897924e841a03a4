package dev.clausewatch.crawler.schedule;

/** A document with the result of its capture, before it is recorded. */
record Capture(DueDocument due, CaptureResult result) {}
