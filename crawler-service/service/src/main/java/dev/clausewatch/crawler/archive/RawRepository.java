package dev.clausewatch.crawler.archive;

import com.github.luben.zstd.Zstd;
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
            database.sql("insert into raw_capture (sha256, media_type, bytes, content, first_seen_at)"
                            + " values (:sha256, :mediaType, :size, :compressed, :now)"
                            + " on conflict (sha256) do nothing")
                    .bind("sha256", body.sha256())
                    .bind("mediaType", mediaType)
                    .bind("size", body.size())
                    .bind("compressed", body.compressed())
                    .bind("now", now)
                    .update();
        }
    }

    boolean has(String sha256) {
        return database.sql("select 1 from raw_capture where sha256 = :sha256")
                .bind("sha256", sha256)
                .first(row -> true)
                .isPresent();
    }

    Optional<RawBytes> find(String sha256) {
        return database.sql("select content, bytes from raw_capture where sha256 = :sha256")
                .bind("sha256", sha256)
                .first(row -> new RawBytes(
                        expand(row.getColumn("content", byte[].class), row.getColumn("bytes", Integer.class))));
    }

    /** Drops bytes that came before that and that no snapshot was read from; how many. The reference of a snapshot forbids the rest. */
    int dropUnreferenced(Instant before, int atMost) {
        return database.sql("""
                delete from raw_capture where sha256 in (
                    select sha256 from raw_capture r
                    where first_seen_at < :before and not exists (select 1 from snapshot_raw s where s.sha256 = r.sha256)
                    order by first_seen_at limit :atMost)""").bind("before", before).bind("atMost", atMost).update();
    }

    private static byte[] expand(byte[] content, int size) {
        return isGzip(content) ? gunzip(content) : Zstd.decompress(content, size);
    }

    /** Releases of before compressed with gzip. */
    private static boolean isGzip(byte[] content) {
        return content.length > 1 && (content[0] & 0xFF) == 0x1F && (content[1] & 0xFF) == 0x8B;
    }

    private static byte[] gunzip(byte[] content) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The archive holds bytes that it did not write", e);
        }
    }
}
