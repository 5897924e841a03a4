package dev.clausewatch.crawler.imports;

import dev.clausewatch.crawler.archive.Archive;
import dev.clausewatch.crawler.archive.Snapshot;
import dev.clausewatch.crawler.document.CaptureControl;
import dev.clausewatch.crawler.document.DocumentRegistry;
import dev.clausewatch.crawler.imports.ImportAnswer.DocumentAnswer;
import dev.clausewatch.crawler.imports.ImportBatch.DocumentPart;
import dev.clausewatch.crawler.imports.ImportBatch.VersionPart;
import dev.clausewatch.crawler.imports.ImportedVersionRepository.Last;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Topic;
import dev.clausewatch.runtime.messaging.EventLog;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes batches of an archive's versions, each in one transaction. Every document remembers the commits that were read, so a batch
 * that comes twice, in whole or in part, writes what is missing only.
 */
@ApplicationScoped
class ImportIntake {

    /** Longer than the time between two batches of a document. */
    private static final Duration KEEP_CAPTURES_OFF = Duration.ofMinutes(2);

    /** So much later than here it may be where an archive is made. */
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    private final DocumentRegistry registry;
    private final CaptureControl captures;
    private final Archive archive;
    private final ImportedVersionRepository imported;
    private final EventLog eventLog;
    private final Clock clock;

    ImportIntake(
            DocumentRegistry registry,
            CaptureControl captures,
            Archive archive,
            ImportedVersionRepository imported,
            EventLog eventLog,
            Clock clock) {
        this.registry = registry;
        this.captures = captures;
        this.archive = archive;
        this.imported = imported;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    ImportPositions positions(List<ArchivedDocument> documents) {
        List<String> ids = documents.stream().map(ArchivedDocument::id).toList();
        Map<String, Last> last = imported.last(ids);
        Set<String> live = imported.live(ids);
        return new ImportPositions(ids.stream()
                .map(id -> position(id, last.get(id), live.contains(id)))
                .toList());
    }

    private static ImportPositions.Position position(String id, @Nullable Last last, boolean live) {
        return new ImportPositions.Position(
                id,
                last == null ? 0 : last.position(),
                last == null ? null : last.commit(),
                last == null ? null : last.archive(),
                last != null && last.hasText(),
                live ? ImportRefusals.capturedLive(id) : null);
    }

    ImportAnswer take(ImportBatch batch) {
        Map<VersionPart, ArchivedText> texts = new HashMap<>();
        ArchiveReader reader = new ArchiveReader();
        Instant latest = clock.instant().plus(CLOCKS_DIFFER);
        batch.documents().stream()
                .flatMap(document -> document.versions().stream())
                .forEach(version -> texts.put(
                        version,
                        version.date().isAfter(latest)
                                ? ArchivedText.Refused.ofTheFuture(version.date())
                                : reader.read(version.text())));
        return QuarkusTransaction.requiringNew().call(() -> write(batch, texts));
    }

    private ImportAnswer write(ImportBatch batch, Map<VersionPart, ArchivedText> texts) {
        List<String> ids = batch.documents().stream().map(DocumentPart::id).toList();
        Set<String> live = imported.live(ids);
        List<String> open = ids.stream().filter(id -> !live.contains(id)).toList();
        Map<String, DocumentRef> documents = new HashMap<>();
        for (DocumentPart part : batch.documents()) {
            if (!live.contains(part.id())) {
                documents.put(part.id(), registry.registerArchived(part.service(), part.termsType(), batch.archive()));
            }
        }
        Instant now = clock.instant();
        captures.hold(open, now.plus(KEEP_CAPTURES_OFF));
        // Only now: a capture may have come between.
        live.addAll(imported.live(open));
        Map<String, Last> last = imported.last(open);
        Map<String, Snapshot> newest = archive.newest(open);
        List<DocumentAnswer> answers = new ArrayList<>();
        for (DocumentPart part : batch.documents()) {
            DocumentRef document = documents.get(part.id());
            answers.add(
                    document == null || live.contains(part.id())
                            ? DocumentAnswer.refused(part.id(), ImportRefusals.capturedLive(part.id()))
                            : write(
                                    batch.archive(),
                                    part,
                                    texts,
                                    document,
                                    last.get(part.id()),
                                    newest.get(part.id())));
        }
        return new ImportAnswer(answers);
    }

    private DocumentAnswer write(
            String archiveName,
            DocumentPart part,
            Map<VersionPart, ArchivedText> texts,
            DocumentRef document,
            @Nullable Last last,
            @Nullable Snapshot newest) {
        Set<String> known = imported.known(
                part.id(), part.versions().stream().map(VersionPart::commit).toList());
        List<VersionPart> missing = part.versions().stream()
                .filter(version -> !known.contains(version.commit()))
                .toList();
        if (!missing.isEmpty() && !follows(part, missing.getFirst(), last)) {
            return DocumentAnswer.refused(part.id(), ImportRefusals.anotherHistory(part.id(), last));
        }
        ImportedChain chain = new ImportedChain(archiveName, document, last, newest);
        missing.forEach(version -> chain.add(version, Objects.requireNonNull(texts.get(version))));
        if (newest == null && !chain.snapshots().isEmpty()) {
            registry.announceArchived(part.id());
        }
        archive.insert(chain.snapshots());
        imported.add(chain.versions());
        eventLog.append(Topic.CAPTURES, chain.events());
        return chain.answer(known.size());
    }

    /** Whether the first missing version comes right behind the last one that was read. */
    private static boolean follows(DocumentPart part, VersionPart first, @Nullable Last last) {
        int index = part.versions().indexOf(first);
        String before =
                index == 0 ? part.after() : part.versions().get(index - 1).commit();
        return last == null ? before == null : last.commit().equals(before);
    }
}
