package dev.clausewatch.gateway.provisions;

/**
 * A provision that was asked for by what it does, as it stands in the newest version of its document.
 *
 * @param documentId the document
 * @param platform name of its platform
 * @param termsType terms type
 * @param provision as it stands
 */
public record FoundProvision(String documentId, String platform, String termsType, StandingProvision provision) {}
