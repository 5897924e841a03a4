package dev.clausewatch.gateway.readmodel;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeSettled;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.TouchedProvision;
import dev.clausewatch.events.VersionRef;
import dev.clausewatch.gateway.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes changes, their classifications and settlements. Any order of the same events gives the same rows. */
final class ChangeRows {

    private static final String BASE_COLUMNS = """
            change_id, document_id, platform_slug, platform, terms_type, url, kind, detected_at, from_snapshot_id,
            to_snapshot_id, alertable, settlement, touched, event_type, event, to_sequence, to_first_seen_at,
            touched_ids, origin""";

    private static final String BASE_VALUES = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

    private ChangeRows() {}

    /** A row that is there already came from this event, or from a classification, which carries the change whole. */
    static void detected(Connection connection, ChangeDetected change) throws SQLException {
        Database.update(
                connection,
                "insert into read.change (" + BASE_COLUMNS + ") values (" + BASE_VALUES + ") on conflict do nothing",
                base(change, EventType.CHANGE_DETECTED, EventCodec.write(change))
                        .toArray());
    }

    /** The highest correction holds; among equals the one that was made last. True when the change was not known before. */
    static boolean classified(Connection connection, ChangeClassified classified) throws SQLException {
        List<@Nullable Object> values =
                base(classified.change(), EventType.CHANGE_CLASSIFIED, EventCodec.write(classified));
        values.add(classified.classificationId());
        values.add(classified.correction());
        values.add(classified.classifiedAt());
        values.add(classified.severity());
        values.add(classified.materiality());
        values.add(classified.areas());
        values.add(classified.types());
        values.add(classified.summary());
        values.add(classified.alert());
        values.add(classified.alertReason());
        values.add(Meanings.of(classified.provisions()));
        // A row that was there has a transaction that ended it.
        List<Boolean> written = Database.query(
                connection,
                "insert into read.change as c (" + BASE_COLUMNS + """
                , classification_id, correction, classified_at, severity, materiality, areas, types, summary,
                    alert, alert_reason, meanings)
                values (""" + BASE_VALUES + """
                , ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                on conflict (change_id) do update set event_type = excluded.event_type, event = excluded.event,
                    classification_id = excluded.classification_id, correction = excluded.correction,
                    classified_at = excluded.classified_at, severity = excluded.severity, materiality = excluded.materiality, areas = excluded.areas,
                    types = excluded.types, summary = excluded.summary, alert = excluded.alert,
                    alert_reason = excluded.alert_reason, meanings = excluded.meanings
                where c.classification_id is null
                    or (excluded.correction, excluded.classified_at, excluded.classification_id)
                        > (c.correction, c.classified_at, c.classification_id)
                returning xmax = 0""",
                values,
                row -> row.getBoolean(1));
        return written.contains(true);
    }

    static void settled(Connection connection, ChangeSettled settled) throws SQLException {
        Database.update(
                connection,
                """
                insert into read.settlement (change_id, settled_as, settled_at, evidence_snapshot_id, reason)
                values (?, ?, ?, ?, ?) on conflict do nothing""",
                settled.changeId(),
                settled.as(),
                settled.settledAt(),
                settled.evidenceSnapshotId(),
                settled.reason());
    }

    private static List<@Nullable Object> base(ChangeDetected change, EventType type, byte[] event) {
        List<@Nullable Object> values = new ArrayList<>();
        VersionRef from = change.from();
        values.add(change.changeId());
        values.add(change.document().id());
        values.add(DocumentRows.platformSlug(change.document().id()));
        values.add(change.document().platform());
        values.add(change.document().termsType());
        values.add(change.document().url());
        values.add(change.kind());
        values.add(change.detectedAt());
        values.add(from == null ? null : from.snapshotId());
        values.add(change.to().snapshotId());
        values.add(change.alertable());
        values.add(change.settlement());
        values.add(change.touched().size());
        values.add(type);
        values.add(event);
        values.add(change.to().sequence());
        values.add(change.to().firstSeenAt());
        values.add(touched(change));
        values.add(change.origin());
        return values;
    }

    private static Set<String> touched(ChangeDetected change) {
        Set<String> ids = new TreeSet<>();
        for (TouchedProvision touched : change.touched()) {
            ids.add(touched.provisionId());
            ids.addAll(touched.from());
        }
        return ids;
    }
}
