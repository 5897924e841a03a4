package dev.clausewatch.crawler.imports;

import dev.clausewatch.crawler.Json;
import dev.clausewatch.crawler.archive.NewSnapshot;
import dev.clausewatch.crawler.archive.Snapshot;
import dev.clausewatch.crawler.imports.ImportAnswer.DocumentAnswer;
import dev.clausewatch.crawler.imports.ImportAnswer.UnreadableVersion;
import dev.clausewatch.crawler.imports.ImportBatch.VersionPart;
import dev.clausewatch.crawler.imports.ImportedVersionRepository.Imported;
import dev.clausewatch.crawler.imports.ImportedVersionRepository.Last;
import dev.clausewatch.events.ArchivedIn;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.SnapshotCaptured;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The versions of an archive as they follow a document's newest snapshot: one that says the same in our format is no snapshot of its
 * own, and neither is one without a text.
 */
final class ImportedChain {

    private final String archive;
    private final DocumentRef document;
    private final List<NewSnapshot> snapshots = new ArrayList<>();
    private final List<Imported> versions = new ArrayList<>();
    private final List<UnreadableVersion> unreadable = new ArrayList<>();
    private long position;
    private long sequence;
    private @Nullable String newestId;
    private @Nullable String newestHash;

    ImportedChain(String archive, DocumentRef document, @Nullable Last last, @Nullable Snapshot newest) {
        this.archive = archive;
        this.document = document;
        this.position = last == null ? 0 : last.position();
        this.sequence = newest == null ? 0 : newest.sequence();
        this.newestId = newest == null ? null : newest.id();
        this.newestHash = newest == null ? null : newest.textHash();
    }

    void add(VersionPart version, ArchivedText text) {
        Provenance provenance = Provenance.of(archive, version);
        switch (text) {
            case ArchivedText.Text it -> {
                String hash = Ids.sha256(it.text());
                if (!hash.equals(newestHash)) {
                    append(version, it.text(), hash, provenance);
                }
                remember(provenance, newestId, null);
            }
            case ArchivedText.Refused it -> {
                unreadable.add(new UnreadableVersion(version.commit(), version.path(), it.reason(), it.detail()));
                remember(provenance, null, it.reason());
            }
        }
    }

    private void append(VersionPart version, String text, String hash, Provenance provenance) {
        sequence++;
        String id = Ids.snapshot(document.id(), sequence, newestId, hash, Origin.IMPORT, version.cause());
        SnapshotCaptured captured = new SnapshotCaptured(
                document,
                id,
                sequence,
                newestId,
                Origin.IMPORT,
                version.cause(),
                version.date(),
                text,
                hash,
                List.of(),
                ArchivedText.VERSION,
                new ArchivedIn(provenance.archive(), provenance.commit(), provenance.path()));
        snapshots.add(new NewSnapshot(captured, List.of(), Json.write(provenance)));
        newestId = id;
        newestHash = hash;
    }

    private void remember(Provenance provenance, @Nullable String snapshotId, @Nullable String reason) {
        position++;
        versions.add(new Imported(document.id(), position, provenance, snapshotId, reason));
    }

    List<NewSnapshot> snapshots() {
        return snapshots;
    }

    List<Imported> versions() {
        return versions;
    }

    List<Event> events() {
        return snapshots.stream()
                .map(NewSnapshot::captured)
                .map(ImportedChain::event)
                .toList();
    }

    private static Event event(SnapshotCaptured captured) {
        String id = Ids.event(
                EventType.SNAPSHOT_CAPTURED,
                captured.snapshotId(),
                captured.capturedAt().toString());
        return new Event(id, captured.capturedAt(), "/crawler-service", captured);
    }

    DocumentAnswer answer(int known) {
        int equal = versions.size() - snapshots.size() - unreadable.size();
        return new DocumentAnswer(document.id(), snapshots.size(), equal, known, unreadable, null);
    }
}
