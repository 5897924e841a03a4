package dev.clausewatch.crawler.archive;

import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Pages by the SHA-256 of their bytes; the same bytes are kept once. */
@ApplicationScoped
class RawRepository {

    private final Database database;

    RawRepository(Database database) {
        this.database = database;
    }

    void save(RawBytes body, @Nullable String mediaType, Instant now) {
        if (!has(body.sha256())) {
            database.update(
                    "insert into raw_capture (sha256, media_type, bytes, content, first_seen_at) values (?, ?, ?, ?, ?)"
                            + " on conflict (sha256) do nothing",
                    body.sha256(),
                    mediaType,
                    body.size(),
                    body.gzip(),
                    now);
        }
    }

    boolean has(String sha256) {
        return database.first("select 1 from raw_capture where sha256 = ?", row -> true, sha256)
                .isPresent();
    }

    Optional<RawBytes> find(String sha256) {
        return database.first(
                "select content from raw_capture where sha256 = ?",
                row -> new RawBytes(expand(row.bytes("content"))),
                sha256);
    }

    private static byte[] expand(byte[] content) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The archive holds bytes that it did not write", e);
        }
    }
}
