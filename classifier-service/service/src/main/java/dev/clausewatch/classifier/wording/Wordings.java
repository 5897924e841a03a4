package dev.clausewatch.classifier.wording;

import dev.clausewatch.events.Event;
import dev.clausewatch.events.Topic;
import dev.clausewatch.events.Wording;
import dev.clausewatch.events.WordingAdded;
import dev.clausewatch.events.WordingAssessed;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.messaging.EventInbox;
import dev.clausewatch.runtime.messaging.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** The wordings of all provisions, each once, with the rules that assessed it last. */
@ApplicationScoped
public class Wordings implements EventInbox.Handler {

    private static final String COLUMNS =
            "select wording_id, terms_type, language, heading_path, intro, text, assessed_at from wording where ";

    /** Each part follows an index and is run only when those before it give too few. */
    private static final String DUE =
            "(" + COLUMNS + "ruleset_version is null order by added_at desc limit :most) union all ("
                    + COLUMNS
                    + "ruleset_version < :ruleset and assessed_at < :settled order by ruleset_version limit :most) union all ("
                    + COLUMNS
                    + "ruleset_version > :ruleset and assessed_at < :settled order by ruleset_version limit :most) limit :most";

    private final Database database;
    private final EventLog eventLog;

    Wordings(Database database, EventLog eventLog) {
        this.database = database;
        this.eventLog = eventLog;
    }

    /**
     * A wording that waits to be assessed.
     *
     * @param assessedAt when other rules did; absent when none did
     */
    record Due(Wording wording, @Nullable Instant assessedAt) {}

    @Override
    public EventInbox.Storing decide(List<Event> events) {
        // By id, so that two services cannot block each other.
        TreeMap<String, Wording> added = new TreeMap<>();
        for (Event event : events) {
            if (event.data() instanceof WordingAdded it) {
                it.wordings().forEach(wording -> added.put(wording.id(), wording));
            }
        }
        return () -> {
            database.batch(
                    """
                    insert into wording (wording_id, terms_type, language, heading_path, intro, text, added_at)
                    values (:id, :termsType, :language, :headingPath, :intro, :text, now()) on conflict do nothing""",
                    added.values(),
                    (row, wording) -> row.bind("id", wording.id())
                            .bind("termsType", wording.termsType())
                            .bind("language", wording.language())
                            .bind("headingPath", wording.headingPath())
                            .bind("intro", wording.intro())
                            .bind("text", wording.text()));
            return List.of();
        };
    }

    /**
     * Some that these rules have not assessed: first those that none did, the newest first, then those that others did before a time.
     *
     * @param settled the answers of others from then on stand for now: during an upgrade two releases do not take turns
     */
    List<Due> due(String rulesetVersion, Instant settled, int most) {
        return database.sql(DUE)
                .bind("ruleset", rulesetVersion)
                .bind("settled", settled)
                .bind("most", most)
                .list(Wordings::due);
    }

    /** Keeps and publishes answers, within the caller's transaction. */
    void assessed(List<Event> answers) {
        database.batch(
                "update wording set ruleset_version = :ruleset, assessed_at = :at where wording_id = :id",
                answers,
                (row, event) -> {
                    WordingAssessed answer = (WordingAssessed) event.data();
                    row.bind("ruleset", answer.ruleset().version())
                            .bind("at", answer.assessedAt())
                            .bind("id", answer.wordingId());
                });
        eventLog.append(Topic.ASSESSMENTS, answers);
    }

    /** How many there are. */
    public long count() {
        return database.sql("select count(*) from wording").one(Long.class);
    }

    /** How many of them have no answer of this rule set. */
    public long countOfOthers(String rulesetVersion) {
        return database.sql("select count(*) from wording where ruleset_version is distinct from :version")
                .bind("version", rulesetVersion)
                .one(Long.class);
    }

    private static Due due(RowView row) {
        return new Due(
                new Wording(
                        row.getColumn("wording_id", String.class),
                        row.getColumn("terms_type", String.class),
                        row.getColumn("language", String.class),
                        List.of(row.getColumn("heading_path", String[].class)),
                        row.getColumn("intro", String.class),
                        row.getColumn("text", String.class)),
                row.getColumn("assessed_at", Instant.class));
    }
}
