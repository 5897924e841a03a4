package dev.clausewatch.gateway.provisions;

/**
 * Whether the newest version of a document has clauses of a kind.
 *
 * @param documentId the document
 * @param platform name of its platform
 * @param termsType terms type
 * @param matching how many of its provisions are of the kind; 0 says that it has none only when it has provisions and none
 *     is pending or unassessed
 * @param pending how many of them wait to be assessed
 * @param unassessed how many of them could not be assessed, such as those in a language that is not
 * @param provisions how many it has; 0 while they are not known
 */
public record DocumentCoverage(
        String documentId,
        String platform,
        String termsType,
        long matching,
        long pending,
        long unassessed,
        long provisions) {}
