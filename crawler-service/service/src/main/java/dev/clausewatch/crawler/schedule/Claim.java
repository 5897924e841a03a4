package dev.clausewatch.crawler.schedule;

/**
 * The right to capture a document, until it runs out.
 *
 * @param token names the claim; nobody else has it
 * @param documentId the document
 * @param host the host of its first source, claimed with it
 */
record Claim(String token, String documentId, String host) {}
