package dev.clausewatch.crawler.document;

/** CDI event: a document became due, so that the capture loop polls at once. */
public record DocumentDue() {}
