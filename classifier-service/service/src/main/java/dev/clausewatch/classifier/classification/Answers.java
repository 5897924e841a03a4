package dev.clausewatch.classifier.classification;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Limits;
import dev.clausewatch.events.Topic;
import dev.clausewatch.events.UndecodableEventException;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.database.Row;
import dev.clausewatch.runtime.messaging.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The present answers of all classified changes, and how another takes the place of one. */
@ApplicationScoped
public class Answers {

    /** Names our advisory locks: "CWDO" in ASCII. */
    private static final int DOCUMENT_LOCK = 0x4357444F;

    private static final String IN_ORDER = " order by document_id, sequence, change_id limit ?";

    private final Database database;
    private final EventLog eventLog;
    private final SummaryPolicy summaries;

    Answers(Database database, EventLog eventLog, SummaryPolicy summaries) {
        this.database = database;
        this.eventLog = eventLog;
        this.summaries = summaries;
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

    /** The present answer of a change; empty if the change is not known or not classified yet. */
    public Optional<Answer> present(String changeId) {
        return database.first(
                "select event_id, data from classification where present and change_id = ?", Answers::read, changeId);
    }

    /**
     * Holds a document until the end of the transaction: its answers and their events come one after the other. Whoever holds
     * several takes them in the order of their ids.
     */
    public void lock(String documentId) {
        var unused =
                database.list("select pg_advisory_xact_lock(?, hashtext(?))", row -> true, DOCUMENT_LOCK, documentId);
    }

    /** Where the present answer of a change stands. */
    public Optional<Place> place(String changeId) {
        return database.first(
                "select document_id, sequence, change_id, 0 as bytes from classification where present and change_id = ?",
                Answers::readPlace,
                changeId);
    }

    /** Present answers of other rule sets than this one. */
    public List<Place> ofOthers(String rulesetVersion, Place after, int limit) {
        return places("ruleset_version <> ?", rulesetVersion, after, limit);
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
        return database.list(
                """
                select distinct on (now.document_id, now.sequence, now.change_id)
                    now.event_id, now.data, old.event_id as old_event_id, old.data as old_data
                from classification now join classification old on old.event_id = now.replaces
                where now.cause = 'RULESET_UPGRADE' and now.ruleset_version = ?
                    and (now.document_id, now.sequence, now.change_id) > (?, ?, ?)
                order by now.document_id, now.sequence, now.change_id, now.event_time desc
                limit ?""",
                row -> new Upgrade(
                        read(row.text("old_event_id"), row.bytes("old_data")),
                        read(row.text("event_id"), row.bytes("data"))),
                rulesetVersion,
                after.document(),
                after.sequence(),
                after.change(),
                limit);
    }

    /** Present answers that a reviewer had a part in. */
    public List<Place> corrected(Place after, int limit) {
        return places("correction > ?", 0, after, limit);
    }

    /** Changes whose present answer waits for a language model's summary, the longest waiting first. */
    public List<String> awaitingSummary(int limit) {
        return database.list(
                "select change_id from classification where present and summary_due order by event_time, change_id limit ?",
                row -> row.text("change_id"),
                limit);
    }

    /** The present answer of a change does without a language model's summary. */
    public void giveUpSummary(Answer answer) {
        int unused =
                database.update("update classification set summary_due = false where event_id = ?", answer.eventId());
    }

    /** How many changes have an answer. */
    public long count() {
        return database.first("select count(*) as n from classification where present", row -> row.large("n"))
                .orElseThrow();
    }

    /** How many of them have one of another rule set. */
    public long countOfOthers(String rulesetVersion) {
        return database.first(
                        "select count(*) as n from classification where present and ruleset_version <> ?",
                        row -> row.large("n"),
                        rulesetVersion)
                .orElseThrow();
    }

    /** Whether an answer is small enough for an event. */
    public static boolean fits(ChangeClassified answer) {
        return EventCodec.write(answer).length <= Limits.EVENT_BYTES;
    }

    /** Puts an answer in the place of the present one and tells of it, under the document's lock. */
    public void replace(Answer before, ChangeClassified answer) {
        Event event = new Event(eventId(answer), answer.classifiedAt(), StoredClassification.SOURCE, answer);
        int replaced =
                database.update("update classification set present = false where event_id = ?", before.eventId());
        if (replaced != 1) {
            throw new IllegalStateException("The answer " + before.eventId() + " is gone");
        }
        int unused = database.update(
                """
                insert into classification (event_id, id, change_id, correction, cause, ruleset_version, event_time, data,
                    document_id, sequence, present, replaces, summary_due)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true, ?, ?)""",
                event.id(),
                answer.classificationId(),
                answer.change().changeId(),
                answer.correction(),
                answer.cause(),
                answer.ruleset().version(),
                event.time(),
                EventCodec.write(answer),
                answer.document().id(),
                answer.change().to().sequence(),
                before.eventId(),
                summaries.isWanted(answer));
        eventLog.append(Topic.CLASSIFICATIONS, event);
    }

    /** A rule set that comes back gives a classification of before, in an event of its own. */
    private String eventId(ChangeClassified answer) {
        long before = database.first(
                        "select count(*) as n from classification where id = ?",
                        row -> row.large("n"),
                        answer.classificationId())
                .orElseThrow();
        return before == 0
                ? Ids.event(EventType.CHANGE_CLASSIFIED, answer.classificationId())
                : Ids.event(EventType.CHANGE_CLASSIFIED, answer.classificationId(), Long.toString(before));
    }

    private List<Place> places(String condition, Object value, Place after, int limit) {
        return database.list(
                "select document_id, sequence, change_id, length(data) as bytes from classification where present and "
                        + condition + " and (document_id, sequence, change_id) > (?, ?, ?)" + IN_ORDER,
                Answers::readPlace,
                value,
                after.document(),
                after.sequence(),
                after.change(),
                limit);
    }

    private static Place readPlace(Row row) throws SQLException {
        return new Place(row.text("document_id"), row.large("sequence"), row.text("change_id"), row.large("bytes"));
    }

    private static Answer read(Row row) throws SQLException {
        String eventId = row.text("event_id");
        return new Answer(eventId, read(eventId, row.bytes("data")));
    }

    private static ChangeClassified read(String eventId, byte[] data) {
        try {
            return (ChangeClassified) EventCodec.read(EventType.CHANGE_CLASSIFIED, data);
        } catch (UndecodableEventException e) {
            throw new IllegalStateException("The stored classification " + eventId + " cannot be read", e);
        }
    }
}
