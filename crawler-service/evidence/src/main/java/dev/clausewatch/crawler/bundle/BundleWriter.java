package dev.clausewatch.crawler.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.clausewatch.crawler.evidence.EvidenceRecord;
import dev.clausewatch.crawler.evidence.Hash;
import dev.clausewatch.crawler.evidence.LoggedRecord;
import dev.clausewatch.crawler.evidence.SigningKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Writes a bundle. The same bundle and contents give the same file, byte for byte. */
public final class BundleWriter {

    private static final JsonMapper JSON = new JsonMapper();

    private final Bundle bundle;
    private final BundleContents contents;
    private final SigningKey key;

    /** Writes this bundle; the key signs its list of files. */
    public BundleWriter(Bundle bundle, BundleContents contents, SigningKey key) {
        this.bundle = bundle;
        this.contents = contents;
        this.key = key;
    }

    /**
     * Writes it whole, from the channel's position 0 on.
     *
     * @param keyName the log's origin
     */
    public void write(SeekableByteChannel channel, String keyName) throws IOException {
        StoredZipWriter zip = new StoredZipWriter(channel);
        Map<String, Hash> hashes = new LinkedHashMap<>();
        for (Map.Entry<String, StoredZipWriter.Content> file : files().entrySet()) {
            hashes.put(file.getKey(), zip.add(file.getKey(), file.getValue()));
        }
        zip.add(BundleLayout.MANIFEST, text(new Manifest(hashes).sign(keyName, key)));
        zip.finish();
    }

    /** In the order of their names. Of what was imported there are no pages. */
    private Map<String, StoredZipWriter.Content> files() {
        Map<String, StoredZipWriter.Content> files = new LinkedHashMap<>();
        JsonNode change = bundle.change();
        if (change != null) {
            files.put(
                    BundleLayout.CHANGE,
                    out -> out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(change)));
        }
        files.put(BundleLayout.CHECKPOINT, text(bundle.checkpoint()));
        files.put(
                BundleLayout.PAGE,
                out -> text(new BundlePage().write(bundle, contents, key.verifyingKey()))
                        .writeTo(out));
        if (records().anyMatch(record -> !record.sources().isEmpty())) {
            files.put(BundleLayout.WARC, this::pages);
        }
        files.put(BundleLayout.PROOFS, out -> out.write(Proofs.write(bundle)));
        files.put(BundleLayout.PUBLIC_KEY, text(key.verifyingKey().pem()));
        files.put(BundleLayout.RECORDS, this::lines);
        for (LoggedRecord logged : bundle.records()) {
            files.put(
                    BundleLayout.text(logged.sequence()),
                    out -> text(contents.text(logged.snapshotId())).writeTo(out));
        }
        return files;
    }

    private void lines(OutputStream out) throws IOException {
        for (LoggedRecord logged : bundle.records()) {
            out.write(contents.record(logged.snapshotId()));
            out.write('\n');
        }
    }

    private Stream<EvidenceRecord> records() {
        return bundle.records().stream().map(logged -> EvidenceRecord.read(contents.record(logged.snapshotId())));
    }

    private void pages(OutputStream out) throws IOException {
        WarcPages pages = new WarcPages(out);
        boolean begun = false;
        for (EvidenceRecord record : (Iterable<EvidenceRecord>) records()::iterator) {
            if (!begun && !record.sources().isEmpty()) {
                pages.begin(record);
                begun = true;
            }
            for (int place = 0; place < record.sources().size(); place++) {
                pages.add(record, place, contents);
            }
        }
    }

    private static StoredZipWriter.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
