package dev.clausewatch.crawler.document;

/** Some document is to be captured now: the schedule need not wait for its next look. */
public record DocumentDue() {}
