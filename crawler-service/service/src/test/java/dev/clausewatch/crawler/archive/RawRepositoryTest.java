package dev.clausewatch.crawler.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithKafka
@WithPostgres
@SuppressWarnings("NullAway.Init")
class RawRepositoryTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @Inject
    RawRepository raws;

    @Inject
    Database database;

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "Terms that are said again. Terms that are said again. Terms that are said again."})
    void givesBackTheBytesThatItKeeps(String text) {
        RawBytes body = new RawBytes(text.getBytes(StandardCharsets.UTF_8));
        raws.save(body, "text/plain", NOW);
        raws.save(body, "text/plain", NOW);
        RawBytes found = raws.find(body.sha256()).orElseThrow();
        assertArrayEquals(body.array(), found.array());
        assertEquals(body.sha256(), found.sha256());
    }

    @Test
    void readsWhatEarlierReleasesKept() throws IOException {
        RawBytes body = new RawBytes("Terms of before".getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body.array());
        }
        database.sql("insert into raw_capture (sha256, media_type, bytes, content, first_seen_at)"
                        + " values (:sha256, null, :size, :content, :now)")
                .bind("sha256", body.sha256())
                .bind("size", body.size())
                .bind("content", out.toByteArray())
                .bind("now", NOW)
                .update();
        assertArrayEquals(body.array(), raws.find(body.sha256()).orElseThrow().array());
    }
}
