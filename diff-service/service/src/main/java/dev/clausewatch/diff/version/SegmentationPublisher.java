package dev.clausewatch.diff.version;

import dev.clausewatch.diff.align.TrackedProvision;
import dev.clausewatch.diff.change.SegmentedText;
import dev.clausewatch.diff.segment.Provision;
import dev.clausewatch.diff.segment.Segmenter;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Topic;
import dev.clausewatch.events.VersionRef;
import dev.clausewatch.events.VersionSegmented;
import dev.clausewatch.events.Wording;
import dev.clausewatch.events.WordingAdded;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.messaging.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Publishes which wording each provision of a version has, and the words that its document had not had before. Within the transaction that
 * stores the version, under the lock of its document. A list fits into an event: a text is cut into {@link Segmenter#MOST_PROVISIONS} at most.
 */
@ApplicationScoped
class SegmentationPublisher {

    /** Of one event's wordings, of which JSON takes at most six bytes each. */
    private static final int MOST_CHARACTERS = 1_000_000;

    private final Database database;
    private final EventLog eventLog;

    SegmentationPublisher(Database database, EventLog eventLog) {
        this.database = database;
        this.eventLog = eventLog;
    }

    /**
     * Publishes a version; again where it is segmented again.
     *
     * @param change that led to the version. The events bear its time, since what they say of the document was known then: readers keep
     *     the newest
     * @param segmentedAt when its list was made
     */
    void publish(ChangeDetected change, SegmentedText reading, Instant segmentedAt) {
        eventLog.append(Topic.PROVISIONS, events(change, reading, segmentedAt));
        database.sql("update document_state set segmented_sequence = :sequence where document_id = :documentId")
                .bind("sequence", change.to().sequence())
                .bind("documentId", change.document().id())
                .update();
    }

    /** Documents whose newest version is not published, a few at a time, from behind an id on. */
    List<String> unpublished(String behind, int most) {
        return database.sql("""
                        select document_id from document_state
                        where segmented_sequence < last_sequence and document_id > :behind
                        order by document_id limit :most""").bind("behind", behind).bind("most", most).list(String.class);
    }

    /** Whether the newest version of a document is published. */
    boolean isPublished(String documentId) {
        return database.sql(
                        "select segmented_sequence >= last_sequence from document_state where document_id = :documentId")
                .bind("documentId", documentId)
                .one(Boolean.class);
    }

    private List<Event> events(ChangeDetected change, SegmentedText reading, Instant segmentedAt) {
        DocumentRef document = change.document();
        VersionRef version = change.to();
        Instant time = change.provenance().detectedAt();
        Map<String, Wording> wordings = new LinkedHashMap<>();
        List<VersionSegmented.Provision> provisions = new ArrayList<>();
        for (TrackedProvision tracked : reading.provisions()) {
            Provision provision = tracked.provision();
            Wording wording = Wording.of(document, provision.headingPath(), provision.intro(), provision.text());
            wordings.putIfAbsent(wording.id(), wording);
            provisions.add(new VersionSegmented.Provision(tracked.id(), wording.id()));
        }
        List<Event> events = new ArrayList<>();
        events.add(new Event(
                Ids.event(EventType.VERSION_SEGMENTED, version.snapshotId(), segmentedAt.toString()),
                time,
                StoredEvents.SOURCE,
                new VersionSegmented(document, version, reading.segmenter(), segmentedAt, provisions)));
        wordings.keySet().retainAll(added(document.id(), wordings));
        for (List<Wording> part : parts(wordings)) {
            events.add(new Event(
                    Ids.event(
                            EventType.WORDING_ADDED,
                            version.snapshotId(),
                            segmentedAt.toString(),
                            part.getFirst().id()),
                    time,
                    StoredEvents.SOURCE,
                    new WordingAdded(document, part)));
        }
        return events;
    }

    private Set<String> added(String documentId, Map<String, Wording> wordings) {
        return Set.copyOf(database.sql("""
                        insert into published_wording (document_id, wording_id)
                        select :documentId, unnest(cast(:wordings as text[])) on conflict do nothing returning wording_id""")
                .bind("documentId", documentId)
                .bind("wordings", wordings.keySet())
                .list(String.class));
    }

    private static List<List<Wording>> parts(Map<String, Wording> wordings) {
        List<List<Wording>> parts = new ArrayList<>();
        int left = 0;
        for (Wording wording : wordings.values()) {
            int length = length(wording);
            if (length > left || parts.isEmpty()) {
                parts.add(new ArrayList<>());
                left = MOST_CHARACTERS;
            }
            parts.getLast().add(wording);
            left -= length;
        }
        return parts;
    }

    private static int length(Wording wording) {
        String intro = wording.intro();
        return String.join("", wording.headingPath()).length()
                + (intro == null ? 0 : intro.length())
                + wording.text().length();
    }
}
