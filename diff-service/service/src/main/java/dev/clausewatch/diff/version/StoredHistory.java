package dev.clausewatch.diff.version;

import dev.clausewatch.diff.change.History;
import dev.clausewatch.diff.change.KnownVersion;
import dev.clausewatch.diff.change.SegmentedText;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The history of a document, read lazily from the database; each query runs in its own transaction. */
record StoredHistory(String documentId, VersionRepository versions) implements History {

    @Override
    public Optional<KnownVersion> newest() {
        return read(() -> versions.newest(documentId));
    }

    @Override
    public Optional<KnownVersion> newestTrusted() {
        return read(() -> versions.newestTrusted(documentId));
    }

    @Override
    public Optional<KnownVersion> newestWithText(String textHash) {
        return read(() -> versions.newestWithText(documentId, textHash));
    }

    @Override
    public Optional<KnownVersion> newestWithFingerprint(String fingerprint) {
        return read(() -> versions.newestWithFingerprint(documentId, fingerprint));
    }

    @Override
    public List<String> announcements(String fingerprint) {
        return read(() -> versions.announcements(documentId, fingerprint));
    }

    @Override
    public List<KnownVersion> after(long sequence) {
        return read(() -> versions.after(documentId, sequence));
    }

    @Override
    public SegmentedText reading(KnownVersion version) {
        return read(() -> versions.reading(version.ref().snapshotId()));
    }

    @Override
    public String text(KnownVersion version) {
        return read(() -> versions.text(version.ref().snapshotId()));
    }

    private static <T> T read(Callable<T> question) {
        return QuarkusTransaction.requiringNew().call(question);
    }
}
