package dev.clausewatch.crawler.evidence;

import dev.clausewatch.crawler.evidence.LogRepository.Signed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The append-only log of all records, to read from. */
@ApplicationScoped
public class EvidenceLog {

    private final LogRepository repository;
    private final Sequencer sequencer;
    private final EvidenceKeys keys;
    private final EvidenceConfig config;

    EvidenceLog(LogRepository repository, Sequencer sequencer, EvidenceKeys keys, EvidenceConfig config) {
        this.repository = repository;
        this.sequencer = sequencer;
        this.keys = keys;
        this.config = config;
    }

    /**
     * A tree that is signed.
     *
     * @param size number of leaves
     * @param note the checkpoint
     */
    public record SignedTree(long size, String note) {

        /** Whether a record is in it. */
        public boolean holds(LoggedRecord record) {
            return record.leaf() >= 0 && record.leaf() < size;
        }
    }

    /** The key that signs. */
    public SigningKey key() {
        return keys.key();
    }

    /** The name under which it signs. */
    public String origin() {
        return config.origin();
    }

    /** The largest tree that is signed; empty before the first record. */
    public Optional<SignedTree> newest() {
        return repository.newest(keys.key().verifyingKey()).map(EvidenceLog::tree);
    }

    /** The same after everything recorded so far is in it. */
    public Optional<SignedTree> upToDate() {
        sequencer.runNow();
        return newest();
    }

    private static SignedTree tree(Signed signed) {
        return new SignedTree(signed.size(), signed.note());
    }

    /** The records of a document's snapshots from one sequence to another, in order. */
    public List<LoggedRecord> records(String documentId, long from, long to) {
        return repository.records(documentId, from, to);
    }

    /** The bytes of a snapshot's record. */
    public byte[] bytes(String snapshotId) {
        return repository.bytes(snapshotId).orElseThrow(() -> new IllegalStateException("no record of " + snapshotId));
    }

    /** The leaf of a snapshot's record; empty when it is not in the log. */
    public Optional<Long> leaf(String snapshotId) {
        return repository.leaf(snapshotId);
    }

    /** The path from a leaf to the root of the tree of a size, which must hold it. */
    public List<Hash> inclusion(long leaf, long size) {
        return new MerkleTree(size, repository).inclusion(leaf);
    }

    /** The paths of several leaves, which share most of what has to be read. */
    public List<List<Hash>> inclusions(List<Long> leaves, long size) {
        Map<List<Long>, Hash> read = new HashMap<>();
        MerkleTree tree = new MerkleTree(
                size,
                (level, index) ->
                        read.computeIfAbsent(List.of((long) level, index), place -> repository.hash(level, index)));
        return leaves.stream().map(tree::inclusion).toList();
    }

    /** What shows that the tree of a size begins with that of an earlier size. */
    public List<Hash> consistency(long earlier, long size) {
        return new MerkleTree(size, repository).consistency(earlier);
    }
}
