package dev.clausewatch.cli.crawler;

import dev.clausewatch.crawler.declaration.DeclarationHistory;
import dev.clausewatch.crawler.declaration.DeclarationProblem;
import dev.clausewatch.crawler.declaration.DocumentDefinition;
import dev.clausewatch.crawler.declaration.ParsedDeclaration;
import dev.clausewatch.events.Selector;
import dev.clausewatch.events.Source;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints what was understood of declarations, and counts. */
final class DeclarationReport {

    private final PrintWriter people;
    private int files;
    private int documents;
    private int warnings;
    private int problems;

    DeclarationReport(PrintWriter people) {
        this.people = people;
    }

    int problems() {
        return problems;
    }

    void print(ParsedDeclaration reading) {
        files++;
        people.printf("%s.json%n", reading.declaration());
        reading.documents().forEach(this::print);
        print(reading.history());
        for (DeclarationProblem problem : reading.allProblems()) {
            problems++;
            people.printf(
                    "  PROBLEM %s %s: %s. %s%n", problem.file(), problem.path(), problem.reason(), problem.remedy());
        }
    }

    /** Prints one document of a declaration, and nothing else of it. */
    void print(ParsedDeclaration reading, DocumentDefinition document) {
        files++;
        people.printf("%s.json%n", reading.declaration());
        print(document);
    }

    private void print(DocumentDefinition document) {
        documents++;
        List<String> facts = new ArrayList<>(List.of("every " + document.cadence()));
        add(facts, "language ", document.language());
        add(facts, "jurisdictions ", String.join(" ", document.jurisdictions()));
        add(facts, "category ", document.category());
        people.printf("  %s (%s)%n", document.id(), String.join(", ", facts));
        document.sources().forEach(this::print);
        for (String warning : document.warnings()) {
            warnings++;
            people.printf("    warning %s%n", warning);
        }
    }

    private static void add(List<String> facts, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            facts.add(name + value);
        }
    }

    private void print(Source source) {
        people.printf("    %s%s%n", source.fetch(), source.executeClientScripts() ? " (in a browser)" : "");
        people.printf(
                "      select %s%n",
                source.select().isEmpty() ? "the main content, which is looked for" : words(source.select()));
        if (!source.remove().isEmpty()) {
            people.printf("      remove %s%n", words(source.remove()));
        }
    }

    private void print(DeclarationHistory history) {
        if (!history.past().isEmpty()) {
            people.printf(
                    "  history: %d earlier declarations, in force up to %s%n",
                    history.past().size(), history.past().getLast().validUntil());
        }
    }

    private static String words(List<Selector> selectors) {
        return String.join(
                ", ", selectors.stream().map(DeclarationReport::words).toList());
    }

    /** A selector on one line. */
    static String words(Selector selector) {
        if (selector.css() != null) {
            return selector.css();
        }
        String start =
                selector.startBefore() == null ? "after " + selector.startAfter() : "before " + selector.startBefore();
        String end = selector.endBefore() == null ? "after " + selector.endAfter() : "before " + selector.endBefore();
        return "[from %s to %s]".formatted(start, end);
    }

    void printSum() {
        people.printf(
                "declarations: files=%d documents=%d warnings=%d problems=%d%n", files, documents, warnings, problems);
    }
}
