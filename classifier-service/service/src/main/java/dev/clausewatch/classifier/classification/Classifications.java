package dev.clausewatch.classifier.classification;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ClassificationCause;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Limits;
import dev.clausewatch.events.Topic;
import dev.clausewatch.events.UndecodableEventException;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.messaging.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The current classifications of all changes, and their replacement by later ones. */
@ApplicationScoped
public class Classifications {

    /** Names our advisory locks: "CWDO" in ASCII. */
    private static final int DOCUMENT_LOCK = 0x4357444F;

    /** The {@code source} of this service's events. */
    public static final String SOURCE = "/classifier-service";

    private static final String INSERT = """
            insert into classification (event_id, id, change_id, correction, cause, ruleset_version, event_time, data,
                document_id, sequence, present, replaces, summary_due,
                reading_due)
            values (:eventId, :id, :change, :correction, :cause, :ruleset, :time, :data, :document, :sequence, true, :replaces,
                :summaryDue, :readingDue)""";

    private final Database database;
    private final EventLog eventLog;
    private final SummaryPolicy summaries;
    private final ReadingPolicy readings;

    Classifications(Database database, EventLog eventLog, SummaryPolicy summaries, ReadingPolicy readings) {
        this.database = database;
        this.eventLog = eventLog;
        this.summaries = summaries;
        this.readings = readings;
    }

    /**
     * Where an answer stands in the order of documents and their versions.
     *
     * @param document id
     * @param sequence of the version that the change led to
     * @param change id
     * @param bytes how large the answer is
     */
    public record Place(String document, long sequence, String change, long bytes) {

        /** Before all others. */
        public static final Place BEGIN = new Place("", 0, "", 0);
    }

    /** The events of the first answers to these changes, by change; nothing for one that has none. */
    Map<String, Event> first(Collection<String> changeIds) {
        return database.sql("""
                        select change_id, event_id, event_time, data from classification
                        where change_id = any (:changes) and cause = :cause""")
                .bind("changes", changeIds)
                .bind("cause", ClassificationCause.CHANGE)
                .collect(Collectors.toMap(
                        row -> row.getColumn("change_id", String.class),
                        row -> event(read(row), row.getColumn("event_time", Instant.class))));
    }

    private static Event event(CurrentClassification answer, Instant time) {
        return new Event(answer.eventId(), time, SOURCE, answer.data());
    }

    /** Stores first answers, within the caller's transaction. */
    void add(Collection<Event> answers) {
        database.batch(
                INSERT,
                answers,
                (row, event) -> bind(row, event, null, readings.isWanted((ChangeClassified) event.data())));
    }

    private void bind(PreparedBatch row, Event event, @Nullable String replaces, boolean readingDue) {
        ChangeClassified answer = (ChangeClassified) event.data();
        row.bind("eventId", event.id())
                .bind("id", answer.classification().classificationId())
                .bind("change", answer.change().changeId())
                .bind("correction", answer.classification().correction())
                .bind("cause", answer.classification().cause())
                .bind("ruleset", answer.classification().ruleset().version())
                .bind("time", event.time())
                .bind("data", EventCodec.write(answer))
                .bind("document", answer.document().id())
                .bind("sequence", answer.change().to().sequence())
                .bind("replaces", replaces)
                .bind("summaryDue", summaries.isWanted(answer))
                .bind("readingDue", readingDue);
    }

    /** The current classification of a change; empty if the change is unknown or not classified yet. */
    public Optional<CurrentClassification> present(String changeId) {
        return database.sql("select event_id, data from classification where present and change_id = :changeId")
                .bind("changeId", changeId)
                .first(Classifications::read);
    }

    /**
     * Holds a document until the end of the transaction: its answers and their events come one after the other. Whoever holds
     * several takes them in the order of their ids.
     */
    public void lock(String documentId) {
        database.sql("select pg_advisory_xact_lock(:lock, hashtext(:document))")
                .bind("lock", DOCUMENT_LOCK)
                .bind("document", documentId)
                .one(row -> true);
    }

    /** Where the present answer of a change stands. */
    public Optional<Place> place(String changeId) {
        return database.sql(
                        "select document_id as document, sequence, change_id as change, 0 as bytes from classification"
                                + " where present and change_id = :changeId")
                .bind("changeId", changeId)
                .first(Place.class);
    }

    /** Present answers of other rule sets than this one. */
    public List<Place> ofOthers(String rulesetVersion, Place after, int limit) {
        return places("ruleset_version <> :value", rulesetVersion, after, limit);
    }

    /**
     * An answer that a rule set gave in place of another's.
     *
     * @param before the answer it took the place of
     * @param after what it said itself, whatever came later
     */
    public record Upgrade(ChangeClassified before, ChangeClassified after) {}

    /** What this rule set said in place of others, the last time of each change. */
    public List<Upgrade> upgradesTo(String rulesetVersion, Place after, int limit) {
        return database.sql("""
                select distinct on (now.document_id, now.sequence, now.change_id)
                    now.event_id, now.data, old.event_id as old_event_id, old.data as old_data
                from classification now join classification old on old.event_id = now.replaces
                where now.cause = 'RULESET_UPGRADE' and now.ruleset_version = :rulesetVersion
                    and (now.document_id, now.sequence, now.change_id) > (:document, :sequence, :change)
                order by now.document_id, now.sequence, now.change_id, now.event_time desc
                limit :limit""")
                .bind("rulesetVersion", rulesetVersion)
                .bind("document", after.document())
                .bind("sequence", after.sequence())
                .bind("change", after.change())
                .bind("limit", limit)
                .list(row -> new Upgrade(
                        read(row.getColumn("old_event_id", String.class), row.getColumn("old_data", byte[].class)),
                        read(row.getColumn("event_id", String.class), row.getColumn("data", byte[].class))));
    }

    /** Current classifications with corrections. */
    public List<Place> corrected(Place after, int limit) {
        return places("correction > :value", 0, after, limit);
    }

    /** Changes whose present answer waits for a language model's summary, the longest waiting first. */
    public List<String> awaitingSummary(int limit) {
        return database.sql("select change_id from classification where present and summary_due"
                        + " order by event_time, change_id limit :limit")
                .bind("limit", limit)
                .list(String.class);
    }

    /** Gives up waiting for a language model's summary of this classification. */
    public void giveUpSummary(CurrentClassification answer) {
        database.sql("update classification set summary_due = false where event_id = :eventId")
                .bind("eventId", answer.eventId())
                .update();
    }

    /** Changes whose provisions wait for a language model's reading, the longest waiting first. */
    public List<String> awaitingReading(int limit) {
        return database.sql("select change_id from classification where present and reading_due"
                        + " order by event_time, change_id limit :limit")
                .bind("limit", limit)
                .list(String.class);
    }

    /** Gives up waiting for a language model's reading of a change. */
    public void giveUpReading(String changeId) {
        database.sql("update classification set reading_due = false where present and change_id = :changeId")
                .bind("changeId", changeId)
                .update();
    }

    /** How many changes are classified. */
    public long count() {
        return database.sql("select count(*) as n from classification where present")
                .one(Long.class);
    }

    /** How many of them have one of another rule set. */
    public long countOfOthers(String rulesetVersion) {
        return database.sql(
                        "select count(*) as n from classification where present and ruleset_version <> :rulesetVersion")
                .bind("rulesetVersion", rulesetVersion)
                .one(Long.class);
    }

    /** Whether an answer is small enough for an event. */
    public static boolean fits(ChangeClassified answer) {
        return EventCodec.write(answer).length <= Limits.EVENT_BYTES;
    }

    /** Replaces the current classification and publishes the new one; the caller holds the document's lock. */
    public void replace(CurrentClassification before, ChangeClassified answer) {
        Event event = new Event(eventId(answer), answer.classification().classifiedAt(), SOURCE, answer);
        boolean wasDue = database.sql(
                        "update classification set present = false where event_id = :eventId returning reading_due")
                .bind("eventId", before.eventId())
                .first(Boolean.class)
                .orElseThrow(() -> new IllegalStateException("The answer " + before.eventId() + " is gone"));
        boolean readingDue = readings.isWanted(answer) || (wasDue && readings.isUnread(answer));
        database.batch(INSERT, List.of(event), (row, one) -> bind(row, one, before.eventId(), readingDue));
        eventLog.append(Topic.CLASSIFICATIONS, event);
    }

    /** A rule set that comes back gives a classification of before, in an event of its own. */
    private String eventId(ChangeClassified answer) {
        long before = database.sql("select count(*) as n from classification where id = :classificationId")
                .bind("classificationId", answer.classification().classificationId())
                .one(Long.class);
        return before == 0
                ? Ids.event(EventType.CHANGE_CLASSIFIED, answer.classification().classificationId())
                : Ids.event(
                        EventType.CHANGE_CLASSIFIED, answer.classification().classificationId(), Long.toString(before));
    }

    private List<Place> places(String condition, Object value, Place after, int limit) {
        return database.sql("""
                        select document_id as document, sequence, change_id as change, length(data) as bytes from classification
                        where present and (document_id, sequence, change_id) > (:document, :sequence, :change) and\s""" + condition + " order by document_id, sequence, change_id limit :limit")
                .bind("value", value)
                .bind("document", after.document())
                .bind("sequence", after.sequence())
                .bind("change", after.change())
                .bind("limit", limit)
                .list(Place.class);
    }

    private static CurrentClassification read(RowView row) {
        String eventId = row.getColumn("event_id", String.class);
        return new CurrentClassification(eventId, read(eventId, row.getColumn("data", byte[].class)));
    }

    private static ChangeClassified read(String eventId, byte[] data) {
        try {
            return (ChangeClassified) EventCodec.read(EventType.CHANGE_CLASSIFIED, data);
        } catch (UndecodableEventException e) {
            throw new IllegalStateException("The stored classification " + eventId + " cannot be read", e);
        }
    }
}
