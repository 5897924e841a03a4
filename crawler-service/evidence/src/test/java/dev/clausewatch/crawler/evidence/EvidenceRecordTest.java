package dev.clausewatch.crawler.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clausewatch.events.RawCapture;
import dev.clausewatch.events.ToolVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvidenceRecordTest {

    private static final String HASH = "ab".repeat(32);

    private static final EvidenceRecord RECORD = new EvidenceRecord(
            "halvorin/terms-of-service",
            "s2",
            2,
            "s1",
            HASH,
            HASH,
            "LIVE",
            "SITE",
            Instant.parse("2026-03-01T09:00:00.25Z"),
            new ToolVersion("clausewatch", "3"),
            List.of(new EvidenceRecord.Source(
                    new RawCapture(
                            "https://halvorin.example/terms",
                            "https://halvorin.example/terms/",
                            200,
                            "text/html",
                            HASH,
                            17,
                            Instant.parse("2026-03-01T08:59:59Z")),
                    Map.of("server", "inn\u00e9", "date", "Sun, 01 Mar 2026 08:59:59 GMT"))),
            null);

    private static EvidenceRecord read(String json) {
        return EvidenceRecord.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String json() {
        return new String(RECORD.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void isWrittenAsTheDocumentationSays() {
        assertEquals(
                "{\"capturedAt\":\"2026-03-01T09:00:00.250Z\",\"cause\":\"SITE\",\"document\":\"halvorin/terms-of-service\","
                        + "\"extractor\":{\"name\":\"clausewatch\",\"version\":\"3\"},\"format\":\"clausewatch-record/1\","
                        + "\"origin\":\"LIVE\",\"previousRecord\":\"" + HASH + "\",\"previousSnapshot\":\"s1\","
                        + "\"sequence\":2,\"snapshot\":\"s2\",\"sources\":[{\"bytes\":17,"
                        + "\"fetchedAt\":\"2026-03-01T08:59:59Z\",\"finalUrl\":\"https://halvorin.example/terms/\","
                        + "\"headers\":{\"date\":\"Sun, 01 Mar 2026 08:59:59 GMT\",\"server\":\"inn\u00e9\"},"
                        + "\"mediaType\":\"text/html\",\"sha256\":\"" + HASH + "\",\"status\":200,"
                        + "\"url\":\"https://halvorin.example/terms\"}],\"textHash\":\"" + HASH + "\"}",
                json());
    }

    @Test
    void isReadFromItsBytes() {
        assertEquals(RECORD, EvidenceRecord.read(RECORD.bytes()));
    }

    @Test
    void isNotReadFromAnotherFormOfTheSameJson() {
        assertThrows(IllegalArgumentException.class, () -> read(json().replace(":2,", ": 2,")));
        assertThrows(IllegalArgumentException.class, () -> read(json().replace("\"cause\"", "\"extra\":1,\"cause\"")));
        assertThrows(IllegalArgumentException.class, () -> read(json().replace("record/1", "record/2")));
        assertThrows(IllegalArgumentException.class, () -> read(json() + "\n"));
        assertThrows(IllegalArgumentException.class, () -> read("[]"));
    }
}
