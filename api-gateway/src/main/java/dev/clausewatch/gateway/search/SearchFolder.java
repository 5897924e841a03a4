package dev.clausewatch.gateway.search;

import dev.clausewatch.search.SearchIndex;
import dev.clausewatch.search.WordVectors;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** Holds the open index of this replica. Thread-safe. */
@ApplicationScoped
class SearchFolder {

    private final SearchConfig config;
    private @Nullable Path temporary;
    private @Nullable SearchIndex index;

    SearchFolder(SearchConfig config) {
        this.config = config;
    }

    /** The index, opened at the first call. */
    synchronized SearchIndex index() {
        SearchIndex open = index;
        if (open == null) {
            try {
                open = new SearchIndex(FSDirectory.open(folder()), WordVectors.shipped());
            } catch (IOException e) {
                throw new UncheckedIOException("The folder of the search index cannot be opened", e);
            }
            index = open;
        }
        return open;
    }

    private Path folder() throws IOException {
        if (config.directory().isPresent()) {
            return Files.createDirectories(config.directory().get());
        }
        Path made = temporary == null ? Files.createTempDirectory("clausewatch-search") : temporary;
        temporary = made;
        return made;
    }

    @PreDestroy
    synchronized void close() {
        if (index != null) {
            index.close();
            index = null;
        }
        if (temporary != null) {
            delete(temporary);
            temporary = null;
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the search index cannot be deleted", e);
        }
    }
}
