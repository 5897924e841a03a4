package dev.clausewatch.crawler.document;

import dev.clausewatch.crawler.declaration.DeclarationFolder;
import dev.clausewatch.crawler.declaration.DeclarationParser;
import dev.clausewatch.crawler.declaration.DeclarationProblem;
import dev.clausewatch.crawler.declaration.GitAddress;
import dev.clausewatch.crawler.declaration.GitDeclarations;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Reads the declarations of the settings, a folder's or a Git repository's, at the start and again and again. */
@ApplicationScoped
public class DeclarationSchedule {

    private static final Logger LOG = Logger.getLogger(DeclarationSchedule.class);

    private final DocumentRegistry registry;
    private final Optional<DeclarationWatch> folder;
    private final Optional<DeclarationWatch> repository;

    DeclarationSchedule(DocumentsConfig config, DocumentRegistry registry) {
        if (config.declarations().isPresent() && config.git().isPresent()) {
            throw new IllegalArgumentException(
                    "DECLARATIONS_DIR and DECLARATIONS_GIT are both set. Declarations come from one of them: unset the other.");
        }
        this.registry = registry;
        DeclarationParser parser = new DeclarationParser(config.cadence());
        this.folder = config.declarations()
                .map(path -> new DeclarationWatch(
                        new DeclarationFolder(path, parser),
                        registry,
                        path.toString(),
                        "Check the setting DECLARATIONS_DIR, whether the folder is mounted, and its rights."));
        this.repository = config.git()
                .map(GitAddress::parse)
                .map(
                        address -> new DeclarationWatch(
                                new GitDeclarations(address, config.gitBranch(), config.gitDeadline(), parser),
                                registry,
                                "DECLARATIONS_GIT",
                                "Check the settings DECLARATIONS_GIT and DECLARATIONS_GIT_BRANCH, and the way to the repository."));
    }

    /** Whether the settings name a folder or a repository. */
    boolean hasPlace() {
        return folder.isPresent() || repository.isPresent();
    }

    /** What is wrong with the files as last read. */
    List<DeclarationProblem> problems() {
        return folder.or(() -> repository).map(DeclarationWatch::problems).orElseGet(this::leftBehind);
    }

    /** A setting may be gone by mistake: nobody ends everything by that. */
    private List<DeclarationProblem> leftBehind() {
        int declared = registry.declaredInFiles();
        return declared == 0
                ? List.of()
                : List.of(new DeclarationProblem(
                        "DECLARATIONS_DIR",
                        "$",
                        "%d documents were declared in a folder or repository, and the settings name neither"
                                .formatted(declared),
                        "Set DECLARATIONS_DIR or DECLARATIONS_GIT again, or end them with DELETE /declarations/NAME."
                                + " What was declared stays in force."));
    }

    void sayWhatIsLeftBehind(@Observes StartupEvent start) {
        if (!hasPlace()) {
            leftBehind().forEach(problem -> LOG.warnf("%s. %s", problem.reason(), problem.remedy()));
        }
    }

    @Scheduled(every = "${clausewatch.documents.reread}", concurrentExecution = ConcurrentExecution.SKIP)
    void readFolder() {
        folder.ifPresent(DeclarationWatch::look);
    }

    @Scheduled(every = "${clausewatch.documents.git-pull}", concurrentExecution = ConcurrentExecution.SKIP)
    void pullRepository() {
        repository.ifPresent(DeclarationWatch::look);
    }
}
