package dev.clausewatch.crawler.gate;

import dev.clausewatch.crawler.FailureReason;

/**
 * A capture that is not the document.
 *
 * @param detail what was seen and what to do, in a sentence or two for people
 */
public record Refusal(FailureReason reason, String detail) {}
