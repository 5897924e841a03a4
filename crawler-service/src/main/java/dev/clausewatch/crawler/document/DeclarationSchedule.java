package dev.clausewatch.crawler.document;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reads the declarations of the settings, a folder's or a Git repository's, at the start and again and again. */
@ApplicationScoped
public class DeclarationSchedule {

    private final Optional<DeclarationWatch> folder;
    private final Optional<DeclarationWatch> repository;

    DeclarationSchedule(DocumentsConfig config, DocumentRegistry registry) {
        if (config.declarations().isPresent() && config.git().isPresent()) {
            throw new IllegalArgumentException(
                    "DECLARATIONS_DIR and DECLARATIONS_GIT are both set. Declarations come from one of them: unset the other.");
        }
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

    /** What is wrong with the files as last read. */
    List<DeclarationProblem> problems() {
        return folder.or(() -> repository).map(DeclarationWatch::problems).orElse(List.of());
    }

    @Scheduled(every = "${clausewatch.documents.reread:30s}", concurrentExecution = ConcurrentExecution.SKIP)
    void readFolder() {
        folder.ifPresent(DeclarationWatch::look);
    }

    @Scheduled(every = "${clausewatch.documents.git-pull:5m}", concurrentExecution = ConcurrentExecution.SKIP)
    void pullRepository() {
        repository.ifPresent(DeclarationWatch::look);
    }
}
