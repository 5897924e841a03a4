package dev.clausewatch.crawler.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.clausewatch.crawler.evidence.Hash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles whose files somebody else put together anew, also somebody who has the key of the log, do not hold. */
class RebuiltBundleTest {

    @TempDir
    private Path folder;

    @Test
    void holdsWhenNothingDiffers() throws IOException {
        Map<String, byte[]> files = files(SampleBundle.ofThree());
        assertInstanceOf(VerificationResult.Holds.class, SampleBundle.verify(asListed(files)));
        assertInstanceOf(VerificationResult.Holds.class, SampleBundle.verify(signedAnew(files)));
    }

    @Test
    void aFileMoreThanTheListIsRefused() throws IOException {
        Map<String, byte[]> files = files(SampleBundle.ofThree());
        files.put("zz.txt", text("More."));
        assertEquals("the ZIP: its files are not those that MANIFEST lists, in that order", broken(asListed(files)));
    }

    @Test
    void aFileThatOnlyTheListVouchesForIsHeldToIt() throws IOException {
        Map<String, byte[]> files = files(SampleBundle.ofThree());
        files.put(BundleLayout.PAGE, text("<p>Another story.</p>"));
        assertEquals(BundleLayout.PAGE + ": its SHA-256 is not the one that MANIFEST lists", broken(asListed(files)));
    }

    @Test
    void aFileThatNoBundleHasIsRefusedWhoeverSignedIt() throws IOException {
        Map<String, byte[]> files = files(SampleBundle.ofThree());
        files.put("texts/000000009.md", text("Be mean.\n"));
        assertEquals("texts/000000009.md: a bundle has no such file", broken(signedAnew(files)));
    }

    @Test
    void aPageMoreThanTheRecordsIsRefusedWhoeverSignedIt() throws IOException {
        SampleBundle more = SampleBundle.ofThree();
        more.capture("Be kind or leave.\n", "<p>Be kind or leave.</p>", null);
        Map<String, byte[]> files = files(SampleBundle.ofThree());
        files.put(BundleLayout.WARC, files(more).get(BundleLayout.WARC));
        assertEquals(BundleLayout.WARC, broken(signedAnew(files)).split(": ", 2)[0]);
    }

    @Test
    void aChangeToAVersionThatIsNotThereIsRefused() throws IOException {
        SampleBundle sample = SampleBundle.ofThree().withChange("You pay.");
        assertEquals(
                "change.json: it is not about versions that are in the bundle",
                broken(sample.write(sample.bundle(0, 2), SampleBundle.KEY)));
    }

    private static String broken(byte[] bundle) {
        VerificationResult.Broken broken =
                assertInstanceOf(VerificationResult.Broken.class, SampleBundle.verify(bundle));
        return broken.part() + ": " + broken.reason();
    }

    private static Map<String, byte[]> files(SampleBundle sample) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(sample.write()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    /** With the list as it was signed. */
    private byte[] asListed(Map<String, byte[]> files) throws IOException {
        return zipped(files, false);
    }

    /** With a list of what is there, signed with the key of the log. */
    private byte[] signedAnew(Map<String, byte[]> files) throws IOException {
        return zipped(files, true);
    }

    private byte[] zipped(Map<String, byte[]> files, boolean signedAnew) throws IOException {
        Path file = Files.createTempFile(folder, "bundle", ".zip");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            StoredZipWriter zip = new StoredZipWriter(channel);
            Map<String, Hash> hashes = new LinkedHashMap<>();
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                if (!entry.getKey().equals(BundleLayout.MANIFEST)) {
                    hashes.put(entry.getKey(), zip.add(entry.getKey(), out -> out.write(entry.getValue())));
                }
            }
            byte[] manifest = signedAnew
                    ? text(new Manifest(hashes).sign(SampleBundle.ORIGIN, SampleBundle.KEY))
                    : files.get(BundleLayout.MANIFEST);
            zip.add(BundleLayout.MANIFEST, out -> out.write(manifest));
            zip.finish();
        }
        return Files.readAllBytes(file);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
