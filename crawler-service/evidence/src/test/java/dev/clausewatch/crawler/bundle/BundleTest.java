package dev.clausewatch.crawler.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.crawler.evidence.SigningKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

class BundleTest {

    private static String broken(SampleBundle untrue) throws IOException {
        return broken(SampleBundle.verify(untrue.write()));
    }

    private static String broken(VerificationResult verdict) {
        VerificationResult.Broken broken = assertInstanceOf(VerificationResult.Broken.class, verdict);
        return broken.part() + ": " + broken.reason();
    }

    /** As a program that knows nothing of bundles reads it. */
    private static Map<String, byte[]> unzip(byte[] bundle) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    @Test
    void holdsWhatItSays() throws IOException {
        assertEquals(
                new VerificationResult.Holds(
                        "halvorin/terms-of-service",
                        3,
                        0,
                        Instant.parse("2026-03-02T09:00:00Z"),
                        Instant.parse("2026-03-04T09:00:00Z"),
                        SampleBundle.ORIGIN,
                        6,
                        SampleBundle.KEY.verifyingKey()),
                SampleBundle.verify(SampleBundle.ofThree().write()));
    }

    @Test
    void isTheSameFileEveryTime() throws IOException {
        assertArrayEquals(SampleBundle.ofThree().write(), SampleBundle.ofThree().write());
    }

    @Test
    void isAZipForEveryProgram() throws IOException {
        Map<String, byte[]> files =
                unzip(SampleBundle.ofThree().withChange("You pay.").write());
        assertEquals(
                List.of(
                        "change.json",
                        "checkpoint",
                        "index.html",
                        "pages.warc.gz",
                        "proofs.json",
                        "public-key.pem",
                        "records.jsonl",
                        "texts/000000001.md",
                        "texts/000000002.md",
                        "texts/000000003.md",
                        "MANIFEST"),
                List.copyOf(files.keySet()));
        assertEquals("Be kind.\n", new String(files.get("texts/000000001.md"), StandardCharsets.UTF_8));
        assertTrue(new String(files.get("index.html"), StandardCharsets.UTF_8)
                .contains("says of itself: effective 9 May 2026"));
    }

    @Test
    void holdsThePagesAsAWebArchiveWithEachPageOnce() throws IOException {
        SampleBundle sample = SampleBundle.ofThree();
        sample.capture("Rendered.\n", "<p>Rendered.</p>", "Chromium 156");
        byte[] warc = unzip(sample.write()).get("pages.warc.gz");
        List<String> types = new ArrayList<>();
        try (WarcReader reader = new WarcReader(new ByteArrayInputStream(warc))) {
            for (WarcRecord record : reader) {
                types.add(record.type());
                if (record instanceof WarcResponse response) {
                    assertEquals(200, response.http().status());
                    assertEquals(
                            "7",
                            response.http()
                                    .headers()
                                    .first("X-Archive-Orig-content-length")
                                    .orElse(""));
                    assertTrue(new String(response.http().body().stream().readAllBytes(), StandardCharsets.UTF_8)
                            .startsWith("<p>Be kind"));
                }
            }
        }
        assertEquals(List.of("warcinfo", "response", "response", "revisit", "resource"), types);
        assertInstanceOf(VerificationResult.Holds.class, SampleBundle.verify(sample.write()));
    }

    @Test
    void writesAPageThatCameInChunksAsItIsWithoutThem() throws IOException {
        byte[] warc = unzip(SampleBundle.ofThree().write()).get("pages.warc.gz");
        int responses = 0;
        try (WarcReader reader = new WarcReader(new ByteArrayInputStream(warc))) {
            for (WarcRecord record : reader) {
                if (record instanceof WarcResponse response) {
                    responses++;
                    assertEquals(List.of(), response.http().headers().all("Transfer-Encoding"));
                    assertEquals(List.of("chunked"), response.http().headers().all("X-Archive-Orig-transfer-encoding"));
                }
            }
        }
        assertEquals(2, responses);
    }

    @Test
    void mayBeginInTheMiddleOfAHistory() throws IOException {
        SampleBundle sample = SampleBundle.ofThree();
        assertInstanceOf(
                VerificationResult.Holds.class,
                SampleBundle.verify(sample.write(sample.bundle(1, 3), SampleBundle.KEY)));
    }

    @Test
    void showsThePageToPeopleWithoutRunningAnything() throws IOException {
        String page = new String(
                unzip(SampleBundle.ofThree()
                                .withChange("<script>alert(1)</script>")
                                .write())
                        .get("index.html"),
                StandardCharsets.UTF_8);
        assertFalse(page.contains("<script"));
        assertTrue(page.contains("&lt;script&gt;"));
        assertTrue(page.contains("Be kind<ins> and pay</ins>"));
    }

    private static String page(SampleBundle sample) throws IOException {
        return new String(unzip(sample.write()).get("index.html"), StandardCharsets.UTF_8);
    }

    @Test
    void claimsNoCaptureOfWhatWasImported() throws IOException {
        SampleBundle sample = new SampleBundle();
        sample.importText("Be kind.\n");
        sample.importText("Be kind and pay.\n");
        String page = page(sample);
        assertFalse(page.contains("as Clausewatch captured it"), page);
        assertFalse(page.contains("as the server sent them"), page);
        assertFalse(page.contains("captured by Clausewatch"), page);
        assertTrue(page.contains("as the archive https://archives.example/halvorin-versions has it."), page);
        assertTrue(page.contains("Clausewatch captured none of these versions"), page);
        assertTrue(page.contains("imported; the archive&#39;s date"), page);
        assertTrue(page.contains("Halvorin/Terms of Service.md<br><code>commit c0ffee</code>"), page);
        assertEquals(
                2,
                assertInstanceOf(VerificationResult.Holds.class, SampleBundle.verify(sample.write()))
                        .imported());
    }

    @Test
    void hasNoArchiveOfPagesWhereNoneWasCaptured() throws IOException {
        SampleBundle sample = new SampleBundle();
        sample.importText("Be kind.\n");
        Map<String, byte[]> files = unzip(sample.write());
        assertFalse(files.containsKey("pages.warc.gz"), files.keySet()::toString);
        assertFalse(page(sample).contains("pages.warc.gz"));
        assertInstanceOf(VerificationResult.Holds.class, SampleBundle.verify(sample.write()));
    }

    @Test
    void datesTheArchiveOfPagesByItsFirstPage() throws IOException {
        SampleBundle sample = new SampleBundle();
        sample.importText("Be kind.\n", Instant.parse("2019-01-01T00:00:00Z"));
        sample.capture("Be kind and pay.\n", "<p>Be kind and pay.</p>", null);
        try (WarcReader reader =
                new WarcReader(new ByteArrayInputStream(unzip(sample.write()).get("pages.warc.gz")))) {
            assertEquals(
                    Instant.parse("2026-03-03T09:00:00Z"),
                    reader.next().orElseThrow().date());
        }
    }

    @Test
    void tellsFromWhenToWhenItsVersionsAreWhateverTheirOrder() throws IOException {
        SampleBundle sample = new SampleBundle();
        sample.importText("One.\n", Instant.parse("2020-05-06T00:00:00Z"));
        sample.importText("Two.\n", Instant.parse("2023-01-01T00:00:00Z"));
        sample.importText("Three.\n", Instant.parse("2019-01-01T00:00:00Z"));
        sample.importText("Four.\n", Instant.parse("2021-01-01T00:00:00Z"));
        VerificationResult.Holds holds =
                assertInstanceOf(VerificationResult.Holds.class, SampleBundle.verify(sample.write()));
        assertEquals(Instant.parse("2019-01-01T00:00:00Z"), holds.first());
        assertEquals(Instant.parse("2023-01-01T00:00:00Z"), holds.last());
    }

    @Test
    void tellsWhatWasImportedFromWhatWasCaptured() throws IOException {
        SampleBundle sample = new SampleBundle();
        sample.importText("Be kind.\n");
        sample.capture("Be kind & <b>pay</b>.\n", "<p>Be kind &amp; pay.</p>", null);
        String page = page(sample);
        assertFalse(page.contains("as Clausewatch captured it"), page);
        assertTrue(page.contains("1 version was imported from the archive"), page);
        assertTrue(page.contains("1 version was captured by Clausewatch."), page);
        assertTrue(page.contains("the captured versions' pages as the server sent them"), page);
        assertTrue(page(SampleBundle.ofThree()).contains("as Clausewatch captured it"));
    }

    @Test
    void isRefusedWhenItIsSignedByAnotherKeyThanTheOneAskedFor() throws IOException {
        SampleBundle sample = SampleBundle.ofThree();
        SigningKey other = SigningKey.make(new SecureRandom());
        byte[] forged = sample.write(sample.bundle(0, 3), other);
        assertTrue(
                broken(SampleBundle.verify(forged)).startsWith("public-key.pem: it is not the key that was asked for"));
        assertEquals(
                "checkpoint: its signature is by another key",
                broken(BundleVerifier.verify(ByteBuffer.wrap(forged), null)));
    }

    @Test
    void namesTheTextThatIsNotTheRecords() throws IOException {
        assertEquals(
                "texts/000000002.md: its SHA-256 is not the one of the record",
                broken(SampleBundle.ofThree().alterText(1, text -> text + "!")));
    }

    @Test
    void namesThePageThatIsNotTheRecords() throws IOException {
        assertEquals(
                "pages.warc.gz: the bytes of the page https://halvorin.example/terms/ of 2026-03-02T09:00:00Z are not"
                        + " those recorded",
                broken(SampleBundle.ofThree().alterPages("<p>Be mean.</p>")));
    }

    @Test
    void namesTheRecordThatIsNotInTheLog() throws IOException {
        assertEquals(
                "proofs.json: the record of snapshot 3 is not in the log of the checkpoint",
                broken(SampleBundle.ofThree()
                        .alterRecord(2, json -> json.replace("\"text/html\",\"sha", "\"text/xml\",\"sha"))));
    }

    @Test
    void namesTheRecordThatDoesNotFollow() throws IOException {
        assertEquals(
                "proofs.json: the record of snapshot 1 is not in the log of the checkpoint",
                broken(SampleBundle.ofThree().alterRecord(0, json -> json.replace("text/html", "text/xml"))));
        SampleBundle sample = SampleBundle.ofThree();
        assertEquals(
                "records.jsonl line 2: the hash it has of the record before is not that record's",
                broken(sample.alterRecord(
                        1,
                        json -> json.replaceAll(
                                "previousRecord\":\"[0-9a-f]{64}", "previousRecord\":\"" + "0".repeat(64)))));
        assertEquals(
                "records.jsonl line 2: its snapshot's id is not that of its contents",
                broken(SampleBundle.ofThree()
                        .alterRecord(1, json -> json.replace("\"sequence\":2", "\"sequence\":4"))));
    }

    @Test
    void refusesAChangeOfOtherVersions() throws IOException {
        SampleBundle sample = SampleBundle.ofThree().withChange("You pay.");
        assertEquals(
                "change.json: it is not about versions that are in the bundle",
                broken(SampleBundle.verify(sample.write(sample.bundle(1, 3), SampleBundle.KEY))));
    }
}
