package dev.clausewatch.gateway.changes;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.EventData;
import dev.clausewatch.gateway.http.Cursor;
import dev.clausewatch.gateway.readmodel.Archive;
import dev.clausewatch.gateway.readmodel.StoredEvent;
import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Changes of the read model. */
@ApplicationScoped
public class ChangeRepository {

    private static final String SUMMARY = """
            select c.change_id, c.document_id, c.platform_slug, c.platform, c.terms_type, c.url, c.kind, c.to_first_seen_at,
                c.detected_at, c.origin, v.archive, c.touched, c.severity, c.materiality, c.areas, c.types, c.headline, c.summary, c.alert, c.alert_reason, c.settlement,
                (select settled_as from read.settlement s where s.change_id = c.change_id) as settled_as
            from read.change c left join read.version v on v.snapshot_id = c.to_snapshot_id""";

    private static final String DETAIL = """
            select c.event_type, c.event, s.settled_as, s.settled_at, s.evidence_snapshot_id, s.reason,
                v.archive, told.succeeded, told.retrying, told.exhausted
            from read.change c left join read.settlement s on s.change_id = c.change_id
            left join read.version v on v.snapshot_id = c.to_snapshot_id
            cross join lateral (
                select count(*) filter (where succeeded) as succeeded,
                    count(*) filter (where retrying and not succeeded) as retrying,
                    count(*) filter (where not retrying and not succeeded) as exhausted
                from (
                    select bool_or(d.outcome = 'SUCCEEDED') as succeeded, bool_or(d.outcome = 'FAILED') as retrying
                    from read.delivery d where d.change_id = c.change_id group by d.subscription_id) subscribers) told
            where c.change_id = :changeId""";

    private static final int ROWS_IN_MEMORY = 200;

    private final Database database;

    ChangeRepository(Database database) {
        this.database = database;
    }

    /**
     * A change as its events told it.
     *
     * @param change the change
     * @param classified its classification; absent while there is none
     * @param archive where the text comes from; absent when it was captured, or the archive is not known
     * @param settled how its waiting ended; absent while it waits or when it did not have to
     * @param deliveries how many subscribers were told
     */
    record Stored(
            ChangeDetected change,
            @Nullable ChangeClassified classified,
            @Nullable Archive archive,
            ChangeDetail.@Nullable Settled settled,
            ChangeDetail.Deliveries deliveries) {}

    /** Changes whose text was first seen last come first, behind a cursor. */
    public List<ChangeSummary> list(ChangeFilter filter, @Nullable Cursor cursor, int limit) {
        return list(new ChangeQuery(filter, cursor), limit);
    }

    /** The same with the returns that undo one of them. */
    List<ChangeSummary> listWithReturns(ChangeFilter filter, @Nullable Cursor cursor, int limit) {
        return list(ChangeQuery.withReturns(filter, cursor), limit);
    }

    /** Hands over all that the filter lets through, in the same order, a few hundred in memory at a time. */
    void each(ChangeFilter filter, Consumer<ChangeSummary> consumer) {
        ChangeQuery query = new ChangeQuery(filter, null);
        database.sql(SUMMARY + query.where() + " order by c.to_first_seen_at desc, c.change_id desc")
                .bind(query.parameters())
                .each(ROWS_IN_MEMORY, ChangeRepository::summary, consumer);
    }

    private List<ChangeSummary> list(ChangeQuery query, int limit) {
        return database.sql(
                        SUMMARY + query.where() + " order by c.to_first_seen_at desc, c.change_id desc limit :limit")
                .bind(query.parameters())
                .bind("limit", limit)
                .list(ChangeRepository::summary);
    }

    /** These changes, those whose text was first seen last first. */
    public List<ChangeSummary> these(List<String> changeIds) {
        return database.sql(
                        SUMMARY + " where c.change_id = any (:ids) order by c.to_first_seen_at desc, c.change_id desc")
                .bind("ids", changeIds)
                .list(ChangeRepository::summary);
    }

    Optional<Stored> find(String changeId) {
        return database.sql(DETAIL).bind("changeId", changeId).first(ChangeRepository::stored);
    }

    private static ChangeSummary summary(RowView row) {
        Archive archive = Archive.of(row.getColumn("archive", String.class));
        return new ChangeSummary(
                row.getColumn("change_id", String.class),
                row.getColumn("document_id", String.class),
                row.getColumn("platform_slug", String.class),
                row.getColumn("platform", String.class),
                row.getColumn("terms_type", String.class),
                Archive.addressOf(row.getColumn("url", String.class), archive),
                row.getColumn("kind", String.class),
                row.getColumn("to_first_seen_at", Instant.class),
                row.getColumn("detected_at", Instant.class),
                row.getColumn("origin", String.class),
                archive,
                row.getColumn("touched", Integer.class),
                row.getColumn("severity", String.class),
                row.getColumn("materiality", String.class),
                List.of(row.getColumn("areas", String[].class)),
                List.of(row.getColumn("types", String[].class)),
                row.getColumn("headline", String.class),
                row.getColumn("summary", String.class),
                row.getColumn("alert", Boolean.class),
                row.getColumn("alert_reason", String.class),
                row.getColumn("settlement", String.class),
                row.getColumn("settled_as", String.class));
    }

    private static Stored stored(RowView row) {
        EventData data = StoredEvent.read(row);
        ChangeClassified classified = data instanceof ChangeClassified one ? one : null;
        ChangeDetected change = classified == null ? (ChangeDetected) data : classified.change();
        String settledAs = row.getColumn("settled_as", String.class);
        ChangeDetail.Settled settled = settledAs == null
                ? null
                : new ChangeDetail.Settled(
                        settledAs,
                        row.getColumn("settled_at", Instant.class),
                        row.getColumn("evidence_snapshot_id", String.class),
                        row.getColumn("reason", String.class));
        return new Stored(
                change,
                classified,
                Archive.of(row.getColumn("archive", String.class)),
                settled,
                new ChangeDetail.Deliveries(
                        row.getColumn("succeeded", Long.class),
                        row.getColumn("retrying", Long.class),
                        row.getColumn("exhausted", Long.class)));
    }
}
