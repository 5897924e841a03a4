package dev.clausewatch.crawler.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.clausewatch.crawler.evidence.EvidenceRecord;
import dev.clausewatch.crawler.evidence.LoggedRecord;
import dev.clausewatch.crawler.evidence.MemoryLog;
import dev.clausewatch.crawler.evidence.SigningKey;
import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.RawCapture;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.ToolVersion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A document of an invented platform with its evidence, in memory, some of which can be made untrue before it is signed. */
public final class SampleBundle implements BundleContents {

    public static final String ORIGIN = "log.halvorin.example/evidence";
    public static final SigningKey KEY = SigningKey.read(HexFormat.of()
            .parseHex("302e020100300506032b657004220420"
                    + "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));

    private static final DocumentRef DOCUMENT = new DocumentRef(
            "halvorin/terms-of-service",
            "Halvorin",
            "Terms of Service",
            "en",
            List.of(),
            "https://halvorin.example/terms");
    private static final Instant BEGIN = Instant.parse("2026-03-01T09:00:00Z");

    private final MemoryLog log = new MemoryLog();
    private final List<LoggedRecord> records = new ArrayList<>();
    private final Map<String, byte[]> recordBytes = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, byte[]> raws = new HashMap<>();
    private @Nullable SnapshotCaptured last;
    private @Nullable JsonNode change;

    /** Three snapshots: two of different pages, and a third that is read from the second's bytes in a new way. */
    public static SampleBundle ofThree() {
        SampleBundle sample = new SampleBundle();
        sample.log.add("somebody else's record".getBytes(StandardCharsets.UTF_8));
        sample.capture("Be kind.\n", "<p>Be kind.</p>", null);
        sample.log.add("another one".getBytes(StandardCharsets.UTF_8));
        sample.capture("Be kind & <b>pay</b>.\n", "<p>Be kind &amp; pay.</p>", null);
        sample.capture("Be kind and pay.\n", "<p>Be kind &amp; pay.</p>", null);
        sample.log.add("the newest".getBytes(StandardCharsets.UTF_8));
        return sample;
    }

    /** Adds a snapshot; the bytes of a browser where there is one. */
    void capture(String text, String page, @Nullable String renderedBy) {
        capture(text, page.getBytes(StandardCharsets.UTF_8), renderedBy);
    }

    void capture(String text, byte[] page, @Nullable String renderedBy) {
        String hash = Ids.sha256(page);
        raws.put(hash, page);
        SnapshotCaptured before = last;
        long sequence = before == null ? 1 : before.sequence() + 1;
        String previous = before == null ? null : before.snapshotId();
        Instant at = BEGIN.plus(Duration.ofDays(sequence));
        RawCapture raw = new RawCapture(
                DOCUMENT.url(), DOCUMENT.url() + "/", 200, "text/html", hash, page.length, at, renderedBy);
        SnapshotCaptured captured = new SnapshotCaptured(
                DOCUMENT,
                Ids.snapshot(DOCUMENT.id(), sequence, previous, Ids.sha256(text), Origin.LIVE, CaptureCause.SITE),
                sequence,
                previous,
                Origin.LIVE,
                CaptureCause.SITE,
                at,
                text,
                Ids.sha256(text),
                List.of(raw),
                new ToolVersion("clausewatch", "1"));
        Map<String, String> headers = Map.of(
                "content-type",
                "text/html",
                "content-length",
                "7",
                "transfer-encoding",
                "chunked",
                "x-bad name",
                "a\nb");
        add(captured, EvidenceRecord.of(captured, List.of(new EvidenceRecord.Source(raw, headers)), null));
    }

    /** Adds a snapshot that an archive had. */
    void importText(String text) {
        SnapshotCaptured before = last;
        importText(text, BEGIN.plus(Duration.ofDays(before == null ? 1 : before.sequence() + 1)));
    }

    /** Adds a snapshot that an archive had; the archive's dates need not be in order. */
    public void importText(String text, Instant at) {
        SnapshotCaptured before = last;
        long sequence = before == null ? 1 : before.sequence() + 1;
        String previous = before == null ? null : before.snapshotId();
        SnapshotCaptured captured = new SnapshotCaptured(
                DOCUMENT,
                Ids.snapshot(DOCUMENT.id(), sequence, previous, Ids.sha256(text), Origin.IMPORT, CaptureCause.SITE),
                sequence,
                previous,
                Origin.IMPORT,
                CaptureCause.SITE,
                at,
                text,
                Ids.sha256(text),
                List.of(),
                new ToolVersion("archive", "1"));
        add(captured, EvidenceRecord.of(captured, List.of(), """
                {"archive": "https://archives.example/halvorin-versions", "commit": "c0ffee", "path": "Halvorin/Terms of Service.md",
                 "date": "2026-03-02T09:00:00Z"}"""));
    }

    private void add(SnapshotCaptured captured, EvidenceRecord record) {
        SnapshotCaptured before = last;
        byte[] bytes = before == null
                ? record.bytes()
                : MemoryLog.chained(record, Ids.sha256(record(before.snapshotId())))
                        .bytes();
        recordBytes.put(captured.snapshotId(), bytes);
        texts.put(captured.snapshotId(), captured.text());
        records.add(new LoggedRecord(captured.snapshotId(), captured.sequence(), log.add(bytes)));
        last = captured;
    }

    /** Puts a change from the first to the last snapshot beside it. */
    SampleBundle withChange(String summary) throws JsonProcessingException {
        EvidenceRecord from = EvidenceRecord.read(record(records.getFirst().snapshotId()));
        EvidenceRecord to = EvidenceRecord.read(record(records.getLast().snapshotId()));
        change = new JsonMapper()
                .readTree("""
                        {"from": {"snapshotId": "%s", "textHash": "%s"}, "to": {"snapshotId": "%s", "textHash": "%s"},
                         "kind": "SUBSTANTIVE", "detectedAt": "2026-03-03T09:00:00Z", "summary": "%s",
                         "statedDates": [{"label": "EFFECTIVE", "text": "9 May 2026"}],
                         "provisions": [{"after": {"number": "1.", "headingPath": ["Payment"], "text": ""}, "sentence": "You pay.",
                           "redline": [{"op": "EQUAL", "text": "Be kind"}, {"op": "INSERT", "text": " and pay"}]}]}""".formatted(from.snapshot(), from.textHash(), to.snapshot(), to.textHash(), summary));
        return this;
    }

    /** Alters the record of a snapshot after it was logged. */
    SampleBundle alterRecord(int place, UnaryOperator<String> alteration) {
        recordBytes.computeIfPresent(
                records.get(place).snapshotId(),
                (id, bytes) -> alteration
                        .apply(new String(bytes, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Alters the text of a snapshot. */
    SampleBundle alterText(int place, UnaryOperator<String> alteration) {
        texts.computeIfPresent(records.get(place).snapshotId(), (id, text) -> alteration.apply(text));
        return this;
    }

    /** Puts other bytes in the place of all pages. */
    SampleBundle alterPages(String page) {
        raws.replaceAll((sha256, body) -> page.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The bundle of the snapshots from one place to another. */
    Bundle bundle(int from, int to) {
        List<LoggedRecord> some = records.subList(from, to);
        return new Bundle(
                DOCUMENT,
                some,
                some.stream().map(record -> log.inclusion(record.leaf())).toList(),
                log.size(),
                log.checkpoint(ORIGIN, KEY),
                change);
    }

    /** The file. */
    public byte[] write() throws IOException {
        return write(bundle(0, records.size()), KEY);
    }

    byte[] write(Bundle bundle, SigningKey key) throws IOException {
        Path file = Files.createTempFile("bundle", ".zip");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            new BundleWriter(bundle, this, key).write(channel, ORIGIN);
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }

    static VerificationResult verify(byte[] bundle) {
        return BundleVerifier.verify(ByteBuffer.wrap(bundle), KEY.verifyingKey());
    }

    @Override
    public byte[] record(String snapshotId) {
        return found(recordBytes.get(snapshotId));
    }

    @Override
    public String text(String snapshotId) {
        return found(texts.get(snapshotId));
    }

    @Override
    public byte[] raw(String sha256) {
        return found(raws.get(sha256));
    }

    private static <T> T found(@Nullable T value) {
        if (value == null) {
            throw new AssertionError("the sample has no such thing");
        }
        return value;
    }
}
