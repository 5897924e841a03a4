package dev.clausewatch.crawler.document;

import dev.clausewatch.crawler.declaration.DeclarationProblem;
import dev.clausewatch.crawler.declaration.DeclarationSet;
import dev.clausewatch.crawler.declaration.DeclarationSource;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Polls a source of declarations and applies changed files. If the source is unreadable or suddenly empty, nothing is changed. */
final class DeclarationWatch {

    private static final Logger LOG = Logger.getLogger(DeclarationWatch.class);

    private final DeclarationSource source;
    private final DocumentRegistry registry;
    private final String name;
    private final String advice;
    private String inForce = "";
    private volatile List<DeclarationProblem> problems = List.of();

    /**
     * Looks at nothing yet.
     *
     * @param name of the source, for people
     * @param advice what to check when the source cannot be read
     */
    DeclarationWatch(DeclarationSource source, DocumentRegistry registry, String name, String advice) {
        this.source = source;
        this.registry = registry;
        this.name = name;
        this.advice = advice;
    }

    /** What is wrong with the files as last read, or why they cannot be. */
    List<DeclarationProblem> problems() {
        return problems;
    }

    void look() {
        try {
            DeclarationSet read = source.read();
            int declared = read.readings().isEmpty() ? registry.declaredInFiles() : 0;
            if (declared > 0) {
                inForce = "";
                report(List.of(empty(declared)));
            } else if (!read.fingerprint().equals(inForce)) {
                List<DeclarationProblem> conflicts = registry.putAll(read.readings());
                report(Stream.concat(read.problems().stream(), conflicts.stream())
                        .toList());
                // A conflict may be solved elsewhere, over HTTP: look again next time.
                inForce = conflicts.isEmpty() ? read.fingerprint() : "";
            }
        } catch (IOException e) {
            inForce = "";
            report(List.of(new DeclarationProblem(
                    name, "$", String.valueOf(e.getMessage()), advice + " What was declared stays in force.")));
        }
    }

    /** A folder that is not mounted is empty, as is a wrong branch; nobody ends everything by that. */
    private DeclarationProblem empty(int declared) {
        return new DeclarationProblem(
                name,
                "$",
                "there is no declaration in it any more, and %d documents were declared there".formatted(declared),
                advice
                        + " What was declared stays in force. To retire all of it, keep one file that declares nothing, such as"
                        + " none.json with {\"name\": \"None\", \"terms\": {}}.");
    }

    private void report(List<DeclarationProblem> found) {
        for (DeclarationProblem problem : found) {
            if (!problems.contains(problem)) {
                LOG.warnf(
                        "A declaration is not in force file=%s path=%s reason=%s remedy=%s",
                        problem.file(), problem.path(), problem.reason(), problem.remedy());
            }
        }
        problems = List.copyOf(found);
    }
}
