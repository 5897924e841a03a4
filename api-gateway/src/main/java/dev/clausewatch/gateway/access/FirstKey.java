package dev.clausewatch.gateway.access;

import dev.clausewatch.runtime.database.Database;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Makes the first key at the first start, with all scopes, and shows it once. The row in {@code access.first_key} lets only one
 * of several replicas do it; a crash before the commit leaves nothing behind, and the next start makes another.
 */
@ApplicationScoped
class FirstKey {

    private static final Logger LOG = Logger.getLogger(FirstKey.class);

    private final Database database;
    private final KeyRepository keys;
    private final AccessConfig config;
    private final Clock clock;

    FirstKey(Database database, KeyRepository keys, AccessConfig config, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent event) {
        make();
    }

    /** Answers whether this call made it. */
    boolean make() {
        KeyText text = KeyText.generate(new SecureRandom());
        return database.transaction(() -> {
            int won = database.sql(
                            "insert into access.first_key (key_id, made_at) values (:id, :now) on conflict do nothing")
                    .bind("id", text.id())
                    .bind("now", clock.instant())
                    .update();
            if (won == 0) {
                return false;
            }
            ApiKey key = new ApiKey(
                    text.id(), "First key", List.of(Scope.values()), null, clock.instant(), null, null, null);
            keys.insert(key, text);
            show(text);
            return true;
        });
    }

    private void show(KeyText text) {
        if (config.firstKeyFile().isPresent()) {
            Path file = config.firstKeyFile().get();
            write(file, text.value());
            LOG.infof("The first API key is in %s", file);
        } else {
            LOG.warnf("The first API key, shown this once: %s", text.value());
        }
    }

    private static void write(Path file, String key) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            // A file left from an earlier installation may be readable for others: a new one is not.
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, key + "\n", StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the first API key to " + file, e);
        }
    }
}
