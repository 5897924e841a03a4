package dev.clausewatch.crawler.evidence;

import dev.clausewatch.crawler.evidence.LogRepository.Signed;
import dev.clausewatch.crawler.evidence.LogRepository.Waiting;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Appends records to the Merkle tree, each once, and signs its root. One sequencer runs at a time over all replicas. Captures only write
 * their records, in any order, so they do not wait for each other.
 */
@ApplicationScoped
class Sequencer {

    private static final int BATCH = 500;

    private final LogRepository repository;
    private final EvidenceKeys keys;
    private final EvidenceConfig config;
    private final Clock clock;

    Sequencer(LogRepository repository, EvidenceKeys keys, EvidenceConfig config, Clock clock) {
        this.repository = repository;
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /** Does what there is to do, unless a replica is at it. */
    void run() {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(() -> repository.tryLock() && append());
        }
        QuarkusTransaction.requiringNew().run(() -> {
            if (repository.tryLock()) {
                sign(config.checkpointEvery());
            }
        });
    }

    /** Puts all records there are into the tree and signs it. */
    void runNow() {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(() -> {
                repository.lock();
                return append();
            });
        }
        QuarkusTransaction.requiringNew().run(() -> {
            repository.lock();
            sign(Duration.ZERO);
        });
    }

    /** One batch; true when there may be more. */
    private boolean append() {
        List<Waiting> batch = repository.waiting(BATCH);
        if (!batch.isEmpty()) {
            long size = repository.size();
            repository.append(
                    size,
                    batch,
                    new MerkleTree(size, repository)
                            .append(batch.stream().map(Waiting::leaf).toList()));
        }
        return batch.size() == BATCH;
    }

    /** Signs the tree if it grew since this key signed it last, and that is long enough ago. */
    private void sign(Duration pause) {
        long size = repository.size();
        SigningKey key = keys.key();
        Instant now = clock.instant();
        boolean due = repository
                .newest(key.verifyingKey())
                .map(last -> last.size() < size && !last.at().plus(pause).isAfter(now))
                .orElse(size > 0);
        if (due) {
            requireSameAsBefore();
            Hash root = new MerkleTree(size, repository).root();
            String note = new Checkpoint(config.origin(), size, root).sign(key);
            repository.save(new Signed(size, root, note, now), key.verifyingKey());
        }
    }

    /** What was signed is never taken back: rows that somebody changed, or an old backup, must not get a new signature. */
    private void requireSameAsBefore() {
        repository.newest().ifPresent(signed -> {
            if (repository.size() < signed.size()
                    || !new MerkleTree(signed.size(), repository).root().equals(signed.root())) {
                throw new IllegalStateException(
                        "The log is not the one whose checkpoint of size " + signed.size()
                                + " was signed: its rows were changed or restored from an older backup. Nothing more is signed.");
            }
        });
    }
}
