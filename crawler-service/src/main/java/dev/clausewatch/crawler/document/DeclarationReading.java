package dev.clausewatch.crawler.document;

import java.util.List;

/**
 * What a declaration file says. It is in force as a whole or, when it has any problem, not at all.
 *
 * @param declaration file name without {@code .json}
 * @param documents its documents
 * @param problems everything that is wrong with it
 */
public record DeclarationReading(
        String declaration, List<DocumentDefinition> documents, List<DeclarationProblem> problems) {

    public DeclarationReading {
        documents = List.copyOf(documents);
        problems = List.copyOf(problems);
    }

    /** Whether nothing is wrong with it. */
    public boolean valid() {
        return problems.isEmpty();
    }
}
