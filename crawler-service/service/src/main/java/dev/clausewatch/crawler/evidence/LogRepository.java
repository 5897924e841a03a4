package dev.clausewatch.crawler.evidence;

import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of the log: records, the nodes of the tree over them, and checkpoints. */
@ApplicationScoped
class LogRepository implements MerkleNodes {

    /** Any constant that no other use of the database takes: "CWML" in ASCII. */
    private static final long ADVISORY_LOCK = 0x43574D4CL;

    private final Database database;

    LogRepository(Database database) {
        this.database = database;
    }

    /** A record that is not in the tree yet. */
    record Waiting(String snapshotId, Hash leaf) {}

    /** A tree that was signed, and when. */
    record Signed(long size, Hash root, String note, Instant at) {}

    /** Makes this transaction the only one that changes the log; false when another one is. */
    boolean tryLock() {
        return database.first("select pg_try_advisory_xact_lock(?) as free", row -> row.flag("free"), ADVISORY_LOCK)
                .orElse(false);
    }

    /** The same, waiting for the other one to end. */
    void lock() {
        database.list("select pg_advisory_xact_lock(?)", row -> true, ADVISORY_LOCK);
    }

    /** Number of leaves. */
    long size() {
        return database.first(
                        "select index + 1 as size from evidence_node where level = 0 order by index desc limit 1",
                        row -> row.large("size"))
                .orElse(0L);
    }

    /** Some records that are not in the tree, in the order written. The leaf's hash is made where the record is. */
    List<Waiting> waiting(int atMost) {
        return database.list("""
                select snapshot_id, sha256('\\x00'::bytea || record) as leaf from evidence_record
                where leaf_index is null order by position limit ?""", row -> new Waiting(row.text("snapshot_id"), Hash.of(row.bytes("leaf"))), atMost);
    }

    /** Puts records into the tree, from this leaf on, with the nodes that they complete. */
    void append(long size, List<Waiting> batch, List<MerkleTree.Node> nodes) {
        database.batch(
                "insert into evidence_node (level, index, hash) values (?, ?, ?)",
                nodes.stream()
                        .map(node -> new @Nullable Object[] {
                            node.level(), node.index(), node.hash().bytes()
                        })
                        .toList());
        List<@Nullable Object[]> leaves = new ArrayList<>();
        for (Waiting waiting : batch) {
            leaves.add(new @Nullable Object[] {size + leaves.size(), waiting.snapshotId()});
        }
        database.batch("update evidence_record set leaf_index = ? where snapshot_id = ?", leaves);
    }

    @Override
    public Hash hash(int level, long index) {
        return database.first(
                        "select hash from evidence_node where level = ? and index = ?",
                        row -> Hash.of(row.bytes("hash")),
                        level,
                        index)
                .orElseThrow(
                        () -> new IllegalStateException("The log has lost its node " + index + " of level " + level));
    }

    /** The largest tree that was signed, by whatever key. */
    Optional<Signed> newest() {
        return database.first(
                "select size, root, note, signed_at from evidence_checkpoint order by size desc, signed_at desc limit 1",
                LogRepository::signed);
    }

    /** The largest tree that a key signed. */
    Optional<Signed> newest(VerifyingKey key) {
        return database.first("""
                select size, root, note, signed_at from evidence_checkpoint where key_fingerprint = ?
                order by size desc limit 1""", LogRepository::signed, key.fingerprint());
    }

    private static Signed signed(Row row) throws SQLException {
        return new Signed(row.large("size"), Hash.of(row.bytes("root")), row.text("note"), row.time("signed_at"));
    }

    void save(Signed signed, VerifyingKey key) {
        database.update("""
                insert into evidence_checkpoint (size, key_fingerprint, root, note, signed_at) values (?, ?, ?, ?, ?)""", signed.size(), key.fingerprint(), signed.root().bytes(), signed.note(), signed.at());
    }

    /** The records of a document's snapshots, from one sequence to another, without their bytes. */
    List<LoggedRecord> records(String documentId, long from, long to) {
        return database.list(
                """
                select s.id, s.sequence, coalesce(r.leaf_index, -1) as leaf from snapshot s
                left join evidence_record r on r.snapshot_id = s.id
                where s.document_id = ? and s.sequence between ? and ? order by s.sequence""",
                row -> new LoggedRecord(row.text("id"), row.large("sequence"), row.large("leaf")),
                documentId,
                from,
                to);
    }

    /** The leaf of a snapshot's record; empty when it is not in the tree. */
    Optional<Long> leaf(String snapshotId) {
        return database.first(
                "select leaf_index from evidence_record where snapshot_id = ? and leaf_index is not null",
                row -> row.large("leaf_index"),
                snapshotId);
    }

    /** The bytes of a snapshot's record. */
    Optional<byte[]> bytes(String snapshotId) {
        return database.first(
                "select record from evidence_record where snapshot_id = ?", row -> row.bytes("record"), snapshotId);
    }

    /** The key that was made here, if one was. */
    Optional<byte[]> key() {
        return database.first("select pkcs8 from evidence_key", row -> row.bytes("pkcs8"));
    }

    /** Keeps a key unless there is one. */
    void offerKey(byte[] pkcs8, Instant now) {
        database.update(
                "insert into evidence_key (pkcs8, made_at) values (?, ?) on conflict (only_one) do nothing",
                pkcs8,
                now);
    }
}
