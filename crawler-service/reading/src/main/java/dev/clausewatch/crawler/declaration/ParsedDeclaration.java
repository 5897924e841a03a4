package dev.clausewatch.crawler.declaration;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a declaration file says. It is in force as a whole or, when it has any problem, not at all.
 *
 * @param declaration file name without {@code .json}
 * @param documents its documents
 * @param problems everything that is wrong with it
 * @param history what its history file says
 */
public record ParsedDeclaration(
        String declaration,
        List<DocumentDefinition> documents,
        List<DeclarationProblem> problems,
        DeclarationHistory history) {

    public ParsedDeclaration {
        documents = List.copyOf(documents);
        problems = List.copyOf(problems);
    }

    /** Whether nothing is wrong with it; its history may be. */
    public boolean valid() {
        return problems.isEmpty();
    }

    /** What is wrong with it and with its history. */
    public List<DeclarationProblem> allProblems() {
        return Stream.concat(problems.stream(), history.problems().stream()).toList();
    }

    ParsedDeclaration with(DeclarationHistory read) {
        return new ParsedDeclaration(declaration, documents, problems, read);
    }
}
