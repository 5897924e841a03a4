package dev.clausewatch.crawler.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.RawCapture;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.ToolVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of a snapshot: its place in the document's chain, the hash of its text, and the pages it was read from. Its canonical
 * bytes are what is hashed, logged and exported; {@code docs/evidence.md} describes them.
 *
 * @param previousSnapshot absent for a document's first
 * @param previousRecord SHA-256 of the canonical bytes of the previous snapshot's record, lower-case hex
 * @param provenance where an imported snapshot comes from; absent for one of our own
 */
public record EvidenceRecord(
        String document,
        String snapshot,
        long sequence,
        @Nullable String previousSnapshot,
        @Nullable String previousRecord,
        String textHash,
        String origin,
        String cause,
        Instant capturedAt,
        ToolVersion extractor,
        List<Source> sources,
        @Nullable JsonNode provenance) {

    /** The form of the record: its member {@code format}. */
    static final String FORMAT = "clausewatch-record/1";

    private static final JsonMapper JSON = new JsonMapper();

    public EvidenceRecord {
        sources = List.copyOf(sources);
    }

    /**
     * A page that the text was read from.
     *
     * @param headers of the answer, names in lower case
     */
    public record Source(RawCapture raw, Map<String, String> headers) {

        public Source {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * The record of a snapshot, not yet chained.
     *
     * @param provenance JSON
     */
    public static EvidenceRecord of(SnapshotCaptured captured, List<Source> sources, @Nullable String provenance) {
        return new EvidenceRecord(
                captured.document().id(),
                captured.snapshotId(),
                captured.sequence(),
                captured.previousSnapshotId(),
                null,
                captured.textHash(),
                captured.origin().name(),
                captured.cause().name(),
                captured.capturedAt(),
                captured.extractor(),
                sources,
                provenance(provenance));
    }

    /** Whether the text comes from an archive of somebody else's, and not from a page that was captured here. */
    public boolean isImported() {
        return origin.equals(Origin.IMPORT.name());
    }

    /** The same after the record with this hash. */
    public EvidenceRecord after(@Nullable String previousRecordHash) {
        return new EvidenceRecord(
                document,
                snapshot,
                sequence,
                previousSnapshot,
                previousRecordHash,
                textHash,
                origin,
                cause,
                capturedAt,
                extractor,
                sources,
                provenance);
    }

    /** The canonical bytes. */
    public byte[] bytes() {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        record.put("format", FORMAT);
        record.put("document", document);
        record.put("snapshot", snapshot);
        record.put("sequence", sequence);
        put(record, "previousSnapshot", previousSnapshot);
        put(record, "previousRecord", previousRecord);
        record.put("textHash", textHash);
        record.put("origin", origin);
        record.put("cause", cause);
        record.put("capturedAt", capturedAt.toString());
        record.putObject("extractor").put("name", extractor.name()).put("version", extractor.version());
        ArrayNode pages = record.putArray("sources");
        sources.forEach(source -> pages.add(write(source)));
        if (provenance != null) {
            record.set("provenance", provenance);
        }
        return CanonicalJson.write(record);
    }

    /**
     * The record that has these bytes.
     *
     * @throws IllegalArgumentException if they are not the canonical bytes of a record; the message says why
     */
    public static EvidenceRecord read(byte[] bytes) {
        EvidenceRecord record;
        try {
            record = read(JSON.readTree(bytes));
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException("it is no record: " + e.getMessage(), e);
        }
        if (!Arrays.equals(record.bytes(), bytes)) {
            throw new IllegalArgumentException("its bytes are not in canonical form, or it has members of no record");
        }
        return record;
    }

    private static EvidenceRecord read(JsonNode record) {
        List<Source> pages = new ArrayList<>();
        record.path("sources").forEach(source -> pages.add(source(source)));
        JsonNode extractor = record.path("extractor");
        return new EvidenceRecord(
                text(record, "document"),
                text(record, "snapshot"),
                record.path("sequence").longValue(),
                record.path("previousSnapshot").textValue(),
                record.path("previousRecord").textValue(),
                text(record, "textHash"),
                text(record, "origin"),
                text(record, "cause"),
                Instant.parse(text(record, "capturedAt")),
                new ToolVersion(text(extractor, "name"), text(extractor, "version")),
                pages,
                record.get("provenance"));
    }

    private static ObjectNode write(Source source) {
        RawCapture raw = source.raw();
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.put("url", raw.url());
        page.put("finalUrl", raw.finalUrl());
        page.put("status", raw.status());
        put(page, "mediaType", raw.mediaType());
        page.put("sha256", raw.sha256());
        page.put("bytes", raw.bytes());
        page.put("fetchedAt", raw.fetchedAt().toString());
        put(page, "renderedBy", raw.renderedBy());
        ObjectNode headers = page.putObject("headers");
        source.headers().forEach(headers::put);
        return page;
    }

    private static Source source(JsonNode page) {
        Map<String, String> headers = new TreeMap<>();
        page.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        RawCapture raw = new RawCapture(
                text(page, "url"),
                text(page, "finalUrl"),
                page.path("status").intValue(),
                page.path("mediaType").textValue(),
                text(page, "sha256"),
                page.path("bytes").longValue(),
                Instant.parse(text(page, "fetchedAt")),
                page.path("renderedBy").textValue());
        return new Source(raw, headers);
    }

    private static String text(JsonNode object, String member) {
        String text = object.path(member).textValue();
        if (text == null) {
            throw new IllegalArgumentException("member " + member + " is missing");
        }
        return text;
    }

    private static void put(ObjectNode object, String member, @Nullable String value) {
        if (value != null) {
            object.put(member, value);
        }
    }

    /** Provenance as a column has it. */
    public static @Nullable JsonNode provenance(@Nullable String json) {
        try {
            return json == null ? null : JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("Provenance is JSON", e);
        }
    }
}
