package dev.clausewatch.crawler.document;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reads the folder of declarations at the start and again and again. */
@ApplicationScoped
public class DeclarationSchedule {

    private final Optional<DeclarationWatch> folder;

    DeclarationSchedule(DocumentsConfig config, DocumentRegistry registry) {
        DeclarationParser parser = new DeclarationParser(config.cadence());
        this.folder = config.declarations()
                .map(path -> new DeclarationWatch(
                        new DeclarationFolder(path, parser),
                        registry,
                        path.toString(),
                        "Check the setting DECLARATIONS_DIR and the rights of the folder."));
    }

    /** What is wrong with the files as last read. */
    List<DeclarationProblem> problems() {
        return folder.map(DeclarationWatch::problems).orElse(List.of());
    }

    @Scheduled(every = "${clausewatch.documents.reread:30s}", concurrentExecution = ConcurrentExecution.SKIP)
    void readFolder() {
        folder.ifPresent(DeclarationWatch::look);
    }
}
