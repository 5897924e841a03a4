package dev.clausewatch.crawler.document;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one declaration, so that its author sees everything at once. */
final class Problems {

    private final String file;
    private final List<DeclarationProblem> found = new ArrayList<>();

    Problems(String file) {
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
