package dev.clausewatch.crawler.evidence;

import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.result.RowView;

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
        return database.sql("select pg_try_advisory_xact_lock(:lock) as free")
                .bind("lock", ADVISORY_LOCK)
                .first(Boolean.class)
                .orElse(false);
    }

    /** The same, waiting for the other one to end. */
    void lock() {
        database.sql("select pg_advisory_xact_lock(:lock)")
                .bind("lock", ADVISORY_LOCK)
                .list(row -> true);
    }

    /** Number of leaves. */
    long size() {
        return database.sql("select index + 1 as size from evidence_node where level = 0 order by index desc limit 1")
                .first(Long.class)
                .orElse(0L);
    }

    /** Some records that are not in the tree, in the order written. The leaf's hash is made where the record is. */
    List<Waiting> waiting(int atMost) {
        return database.sql("""
                select snapshot_id, sha256('\\x00'::bytea || record) as leaf from evidence_record
                where leaf_index is null order by position limit :atMost""")
                .bind("atMost", atMost)
                .list(row -> new Waiting(
                        row.getColumn("snapshot_id", String.class), Hash.of(row.getColumn("leaf", byte[].class))));
    }

    /** Puts records into the tree, from this leaf on, with the nodes that they complete. */
    void append(long size, List<Waiting> batch, List<MerkleTree.Node> nodes) {
        database.batch(
                "insert into evidence_node (level, index, hash) values (:level, :index, :hash)",
                nodes,
                (row, node) -> row.bind("level", node.level())
                        .bind("index", node.index())
                        .bind("hash", node.hash().bytes()));
        AtomicLong leaf = new AtomicLong(size);
        database.batch(
                "update evidence_record set leaf_index = :leaf where snapshot_id = :snapshot",
                batch,
                (row, waiting) -> row.bind("leaf", leaf.getAndIncrement()).bind("snapshot", waiting.snapshotId()));
    }

    @Override
    public Hash hash(int level, long index) {
        return database.sql("select hash from evidence_node where level = :level and index = :index")
                .bind("level", level)
                .bind("index", index)
                .first(row -> Hash.of(row.getColumn("hash", byte[].class)))
                .orElseThrow(
                        () -> new IllegalStateException("The log has lost its node " + index + " of level " + level));
    }

    /** The largest tree that was signed, by whatever key. */
    Optional<Signed> newest() {
        return database.sql(
                        "select size, root, note, signed_at from evidence_checkpoint order by size desc, signed_at desc limit 1")
                .first(LogRepository::signed);
    }

    /** The largest tree that a key signed. */
    Optional<Signed> newest(VerifyingKey key) {
        return database.sql("""
                select size, root, note, signed_at from evidence_checkpoint where key_fingerprint = :fingerprint
                order by size desc limit 1""").bind("fingerprint", key.fingerprint()).first(LogRepository::signed);
    }

    private static Signed signed(RowView row) {
        return new Signed(
                row.getColumn("size", Long.class),
                Hash.of(row.getColumn("root", byte[].class)),
                row.getColumn("note", String.class),
                row.getColumn("signed_at", Instant.class));
    }

    void save(Signed signed, VerifyingKey key) {
        database.sql("""
                insert into evidence_checkpoint (size, key_fingerprint, root, note, signed_at) values (:size, :fingerprint, :root, :note, :at)""")
                .bind("size", signed.size())
                .bind("fingerprint", key.fingerprint())
                .bind("root", signed.root().bytes())
                .bind("note", signed.note())
                .bind("at", signed.at())
                .update();
    }

    /** The records of a document's snapshots, from one sequence to another, without their bytes. */
    List<LoggedRecord> records(String documentId, long from, long to) {
        return database.sql("""
                select s.id, s.sequence, coalesce(r.leaf_index, -1) as leaf from snapshot s
                left join evidence_record r on r.snapshot_id = s.id
                where s.document_id = :documentId and s.sequence between :from and :to order by s.sequence""")
                .bind("documentId", documentId)
                .bind("from", from)
                .bind("to", to)
                .list(row -> new LoggedRecord(
                        row.getColumn("id", String.class),
                        row.getColumn("sequence", Long.class),
                        row.getColumn("leaf", Long.class)));
    }

    /** The leaf of a snapshot's record; empty when it is not in the tree. */
    Optional<Long> leaf(String snapshotId) {
        return database.sql(
                        "select leaf_index from evidence_record where snapshot_id = :snapshotId and leaf_index is not null")
                .bind("snapshotId", snapshotId)
                .first(Long.class);
    }

    /** The bytes of a snapshot's record. */
    Optional<byte[]> bytes(String snapshotId) {
        return database.sql("select record from evidence_record where snapshot_id = :snapshotId")
                .bind("snapshotId", snapshotId)
                .first(byte[].class);
    }

    /** The key that was made here, if one was. */
    Optional<byte[]> key() {
        return database.sql("select pkcs8 from evidence_key").first(byte[].class);
    }

    /** Keeps a key unless there is one. */
    void offerKey(byte[] pkcs8, Instant now) {
        database.sql(
                        "insert into evidence_key (pkcs8, made_at) values (:pkcs8, :now) on conflict (only_one) do nothing")
                .bind("pkcs8", pkcs8)
                .bind("now", now)
                .update();
    }
}
