package dev.clausewatch.crawler.document;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Reads the folder of declarations at the start and again and again; acts when a file changed. */
@ApplicationScoped
public class DeclarationSchedule {

    private static final Logger LOG = Logger.getLogger(DeclarationSchedule.class);

    private final Optional<Path> path;
    private final Optional<DeclarationFolder> folder;
    private final DocumentRegistry registry;
    private volatile String inForce = "";
    private volatile List<DeclarationProblem> problems = List.of();

    DeclarationSchedule(DocumentsConfig config, DocumentRegistry registry) {
        this.path = config.declarations();
        this.folder = path.map(folder -> new DeclarationFolder(folder, new DeclarationParser(config.cadence())));
        this.registry = registry;
    }

    /** What is wrong with the files as last read. */
    List<DeclarationProblem> problems() {
        return problems;
    }

    @Scheduled(every = "${clausewatch.documents.reread:30s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        folder.ifPresent(this::read);
    }

    private void read(DeclarationFolder present) {
        try {
            DeclarationFolder.Content content = present.read();
            if (!content.fingerprint().equals(inForce)) {
                List<DeclarationProblem> conflicts = registry.putFolder(content.readings());
                report(Stream.concat(content.problems().stream(), conflicts.stream())
                        .toList());
                // A conflict may be solved elsewhere, over HTTP: look again next time.
                inForce = conflicts.isEmpty() ? content.fingerprint() : "";
            }
        } catch (IOException e) {
            inForce = "";
            report(
                    List.of(
                            new DeclarationProblem(
                                    path.map(Path::toString).orElse(""),
                                    "$",
                                    "the folder cannot be read: " + e,
                                    "Check the setting DECLARATIONS_DIR and the rights of the folder; what was declared stays in force.")));
        }
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
