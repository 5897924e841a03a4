package dev.clausewatch.crawler.schedule;

/**
 * A lease on a document: the exclusive right to capture it until the lease ends.
 *
 * @param token names the claim; nobody else has it
 * @param documentId the document
 * @param host the host of its first source, claimed with it
 */
record Claim(String token, String documentId, String host) {}
