package dev.clausewatch.crawler.declaration;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with one declaration, so that its author sees everything at once. */
final class DeclarationProblems {

    private final String file;
    /** What several sources inherit is wrong once. */
    private final Set<DeclarationProblem> found = new LinkedHashSet<>();

    DeclarationProblems(String file) {
        this.file = file;
    }

    void add(String path, String reason, String remedy) {
        found.add(new DeclarationProblem(file, path, reason, remedy));
    }

    int count() {
        return found.size();
    }

    boolean none() {
        return found.isEmpty();
    }

    List<DeclarationProblem> all() {
        return List.copyOf(found);
    }
}
