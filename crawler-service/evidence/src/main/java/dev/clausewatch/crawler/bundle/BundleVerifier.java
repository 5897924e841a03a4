package dev.clausewatch.crawler.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.clausewatch.crawler.evidence.Checkpoint;
import dev.clausewatch.crawler.evidence.EvidenceRecord;
import dev.clausewatch.crawler.evidence.Hash;
import dev.clausewatch.crawler.evidence.MerkleHash;
import dev.clausewatch.crawler.evidence.MerkleProof;
import dev.clausewatch.crawler.evidence.SignedNote;
import dev.clausewatch.crawler.evidence.VerifyingKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks a bundle from outside in, with nothing but its bytes: the ZIP, the files by the manifest, the manifest by its signature, and
 * then whether what was signed is true: records, chain, texts, pages, and that the log has them.
 */
public final class BundleVerifier {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, ByteBuffer> files;

    private BundleVerifier(Map<String, ByteBuffer> files) {
        this.files = files;
    }

    /**
     * Checks a bundle.
     *
     * @param pinned the key that must have signed it; absent to take the bundle's own, which then has to be compared by people
     */
    public static VerificationResult verify(ByteBuffer bundle, @Nullable VerifyingKey pinned) {
        try {
            return new BundleVerifier(StoredZip.read(bundle)).verify(pinned);
        } catch (BrokenBundleException e) {
            return new VerificationResult.Broken(e.part(), e.reason());
        }
    }

    private VerificationResult verify(@Nullable VerifyingKey pinned) throws BrokenBundleException {
        Manifest manifest = Manifest.read(bytes(BundleLayout.MANIFEST));
        requireListed(manifest, BundleLayout.PUBLIC_KEY);
        VerifyingKey key = key(pinned);
        String log = signed(BundleLayout.MANIFEST, note -> SignedNote.open(note, key))
                .keyName();
        requireSameNames(manifest);
        for (String name : manifest.hashes().keySet()) {
            requireListed(manifest, name);
        }
        Checkpoint checkpoint = signed(BundleLayout.CHECKPOINT, note -> Checkpoint.open(note, key));
        if (!checkpoint.origin().equals(log)) {
            throw new BrokenBundleException(BundleLayout.CHECKPOINT, "it is of another log than the bundle");
        }
        List<EvidenceRecord> records = records(checkpoint);
        requireChange(records);
        List<Instant> seen =
                records.stream().map(EvidenceRecord::capturedAt).sorted().toList();
        return new VerificationResult.Holds(
                records.getFirst().document(),
                records.size(),
                (int) records.stream().filter(EvidenceRecord::isImported).count(),
                seen.getFirst(),
                seen.getLast(),
                log,
                checkpoint.size(),
                key);
    }

    private VerifyingKey key(@Nullable VerifyingKey pinned) throws BrokenBundleException {
        VerifyingKey key =
                signed(BundleLayout.PUBLIC_KEY, pem -> VerifyingKey.read(new String(pem, StandardCharsets.UTF_8)));
        if (pinned != null && !pinned.equals(key)) {
            throw new BrokenBundleException(
                    BundleLayout.PUBLIC_KEY,
                    "it is not the key that was asked for but one with the fingerprint " + key.fingerprint());
        }
        return key;
    }

    /** Reads a file whose form has a check of its own. */
    private interface Form<T> {

        T read(byte[] bytes);
    }

    private <T> T signed(String name, Form<T> form) throws BrokenBundleException {
        try {
            return form.read(bytes(name));
        } catch (IllegalArgumentException e) {
            throw new BrokenBundleException(name, String.valueOf(e.getMessage()));
        }
    }

    private void requireSameNames(Manifest manifest) throws BrokenBundleException {
        List<String> expected = new ArrayList<>(manifest.hashes().keySet());
        expected.add(BundleLayout.MANIFEST);
        for (String name : expected) {
            bytes(name);
        }
        if (!expected.equals(List.copyOf(files.keySet()))) {
            throw new BrokenBundleException("the ZIP", "its files are not those that MANIFEST lists, in that order");
        }
    }

    private void requireListed(Manifest manifest, String name) throws BrokenBundleException {
        MessageDigest digest = Hash.digest();
        digest.update(file(name).duplicate());
        if (!Hash.of(digest).equals(manifest.hashes().get(name))) {
            throw new BrokenBundleException(name, "its SHA-256 is not the one that MANIFEST lists");
        }
    }

    private List<EvidenceRecord> records(Checkpoint checkpoint) throws BrokenBundleException {
        RecordLines lines = new RecordLines(file(BundleLayout.RECORDS));
        Proofs proofs = Proofs.read(bytes(BundleLayout.PROOFS));
        WarcCheck warc =
                files.containsKey(BundleLayout.WARC) ? new WarcCheck(new BufferStream(file(BundleLayout.WARC))) : null;
        ChainCheck chain = new ChainCheck();
        Set<String> expected = new HashSet<>(Set.of(
                BundleLayout.CHECKPOINT,
                BundleLayout.PAGE,
                BundleLayout.WARC,
                BundleLayout.PROOFS,
                BundleLayout.PUBLIC_KEY,
                BundleLayout.RECORDS,
                BundleLayout.MANIFEST));
        while (lines.hasNext()) {
            byte[] bytes = lines.next();
            EvidenceRecord record = chain.next(bytes);
            String text = BundleLayout.text(record.sequence());
            expected.add(text);
            requireText(record, text);
            for (EvidenceRecord.Source source : record.sources()) {
                if (warc == null) {
                    throw new BrokenBundleException(BundleLayout.WARC, "it is missing");
                }
                warc.expect(source);
            }
            requireProof(record, bytes, proofs, chain.size() - 1, checkpoint);
        }
        if (warc != null) {
            warc.expectEnd();
        }
        requireOnly(expected, chain, proofs);
        return chain.records();
    }

    private void requireText(EvidenceRecord record, String name) throws BrokenBundleException {
        MessageDigest digest = Hash.digest();
        digest.update(file(name).duplicate());
        if (!Hash.of(digest).hex().equals(record.textHash())) {
            throw new BrokenBundleException(name, "its SHA-256 is not the one of the record");
        }
    }

    private static void requireProof(
            EvidenceRecord record, byte[] bytes, Proofs proofs, int place, Checkpoint checkpoint)
            throws BrokenBundleException {
        if (proofs.checkpointSize() != checkpoint.size()
                || place >= proofs.proofs().size()) {
            throw new BrokenBundleException(
                    BundleLayout.PROOFS, "it has no proof for each record in the tree of the checkpoint");
        }
        Proofs.Proof proof = proofs.proofs().get(place);
        try {
            boolean included = proof.snapshot().equals(record.snapshot())
                    && MerkleProof.includes(
                            MerkleHash.leaf(bytes),
                            proof.leafIndex(),
                            checkpoint.size(),
                            proof.hashes(),
                            checkpoint.root());
            if (included) {
                return;
            }
        } catch (IllegalArgumentException e) {
            throw new BrokenBundleException(BundleLayout.PROOFS, "a hash in it is none");
        }
        throw new BrokenBundleException(
                BundleLayout.PROOFS,
                "the record of snapshot " + record.sequence() + " is not in the log of the checkpoint");
    }

    private void requireOnly(Set<String> expected, ChainCheck chain, Proofs proofs) throws BrokenBundleException {
        if (chain.size() == 0) {
            throw new BrokenBundleException(BundleLayout.RECORDS, "it has no record");
        }
        if (proofs.proofs().size() != chain.size()) {
            throw new BrokenBundleException(BundleLayout.PROOFS, "it proves more than there are records");
        }
        for (String name : files.keySet()) {
            if (!expected.contains(name) && !name.equals(BundleLayout.CHANGE)) {
                throw new BrokenBundleException(name, "a bundle has no such file");
            }
        }
    }

    /** The change is between versions that are here, with the texts that it says. */
    private void requireChange(List<EvidenceRecord> records) throws BrokenBundleException {
        if (!files.containsKey(BundleLayout.CHANGE)) {
            return;
        }
        JsonNode change;
        try {
            change = JSON.readTree(bytes(BundleLayout.CHANGE));
        } catch (IOException e) {
            throw new BrokenBundleException(BundleLayout.CHANGE, "it is no JSON");
        }
        requireVersion(change.path("to"), records);
        if (change.hasNonNull("from")) {
            requireVersion(change.path("from"), records);
        }
    }

    private static void requireVersion(JsonNode version, List<EvidenceRecord> records) throws BrokenBundleException {
        boolean here = records.stream()
                .anyMatch(record -> record.snapshot()
                                .equals(version.path("snapshotId").asText())
                        && record.textHash().equals(version.path("textHash").asText()));
        if (!here) {
            throw new BrokenBundleException(BundleLayout.CHANGE, "it is not about versions that are in the bundle");
        }
    }

    private ByteBuffer file(String name) throws BrokenBundleException {
        ByteBuffer file = files.get(name);
        if (file == null) {
            throw new BrokenBundleException(name, "it is missing");
        }
        return file;
    }

    private byte[] bytes(String name) throws BrokenBundleException {
        ByteBuffer file = file(name).duplicate();
        byte[] bytes = new byte[file.remaining()];
        file.get(bytes);
        return bytes;
    }
}
