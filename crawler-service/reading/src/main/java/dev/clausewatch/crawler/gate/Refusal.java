package dev.clausewatch.crawler.gate;

import dev.clausewatch.crawler.FailureReason;

/**
 * Why a capture is not the document.
 *
 * @param rule id of the rule that found it, such as {@code cloudflare-challenge}
 * @param detail for people: what came, what it was known by, what to do
 */
public record Refusal(FailureReason reason, String rule, String detail) {}
