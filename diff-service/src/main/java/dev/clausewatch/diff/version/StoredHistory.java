package dev.clausewatch.diff.version;

import dev.clausewatch.diff.change.History;
import dev.clausewatch.diff.change.KnownVersion;
import dev.clausewatch.diff.change.Reading;
import java.util.List;
import java.util.Optional;

/** A document's past, read from the database as it is asked for. */
record StoredHistory(String documentId, VersionRepository versions) implements History {

    @Override
    public Optional<KnownVersion> newest() {
        return versions.newest(documentId);
    }

    @Override
    public Optional<KnownVersion> newestTrusted() {
        return versions.newestTrusted(documentId);
    }

    @Override
    public Optional<KnownVersion> newestWithText(String textHash) {
        return versions.newestWithText(documentId, textHash);
    }

    @Override
    public Optional<KnownVersion> newestWithFingerprint(String fingerprint) {
        return versions.newestWithFingerprint(documentId, fingerprint);
    }

    @Override
    public List<String> announcements(String fingerprint) {
        return versions.announcements(documentId, fingerprint);
    }

    @Override
    public List<KnownVersion> after(long sequence) {
        return versions.after(documentId, sequence);
    }

    @Override
    public Reading reading(KnownVersion version) {
        return versions.reading(version.ref().snapshotId());
    }
}
