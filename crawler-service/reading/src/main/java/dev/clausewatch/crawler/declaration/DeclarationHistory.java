package dev.clausewatch.crawler.declaration;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the history file of a declaration says.
 *
 * @param past the declarations of old, by the time until which they were in force
 * @param problems everything that is wrong with the file; what is in force today does not depend on it
 */
public record DeclarationHistory(List<PastDeclaration> past, List<DeclarationProblem> problems) {

    /** There is no such file. */
    static final DeclarationHistory NONE = new DeclarationHistory(List.of(), List.of());

    public DeclarationHistory {
        past = past.stream()
                .sorted(Comparator.comparing(PastDeclaration::validUntil))
                .toList();
        problems = List.copyOf(problems);
    }

    /** The declarations of old of each document. */
    public Map<String, List<PastDeclaration>> byDocument() {
        return past.stream()
                .collect(Collectors.groupingBy(
                        declaration -> declaration.definition().id()));
    }
}
