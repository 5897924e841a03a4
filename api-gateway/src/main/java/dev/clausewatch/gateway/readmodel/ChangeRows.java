package dev.clausewatch.gateway.readmodel;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeSettled;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.TouchedProvision;
import dev.clausewatch.events.VersionRef;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.database.Sql;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;

/** Writes changes, their classifications and settlements. Any order of the same events gives the same rows. */
final class ChangeRows {

    private static final String BASE_COLUMNS = """
            change_id, document_id, platform_slug, platform, terms_type, url, kind, detected_at, from_snapshot_id,
            to_snapshot_id, alertable, settlement, touched, event_type, event, to_sequence, to_first_seen_at,
            touched_ids, origin, stated_dates, reverts""";

    private static final String BASE_VALUES = """
            :changeId, :documentId, :platformSlug, :platform, :termsType, :url, :kind, :detectedAt, :fromSnapshotId,
            :toSnapshotId, :alertable, :settlement, :touched, :eventType, :event, :toSequence, :toFirstSeenAt,
            :touchedIds, :origin, cast(:statedDates as json), :reverts""";

    private ChangeRows() {}

    /** A row that is there already came from this event, or from a classification, which carries the change whole. */
    static void detected(Database database, ChangeDetected change) {
        base(
                        database.sql("insert into read.change (" + BASE_COLUMNS + ") values (" + BASE_VALUES
                                + ") on conflict do nothing"),
                        change,
                        EventType.CHANGE_DETECTED,
                        EventCodec.write(change))
                .update();
    }

    /** The highest correction holds; among equals the one that was made last. True when the change was not known before. */
    static boolean classified(Database database, ChangeClassified classified) {
        // A row that was there has a transaction that ended it.
        Sql insert = database.sql("insert into read.change as c (" + BASE_COLUMNS + """
                , classification_id, correction, classified_at, severity, materiality, areas, types, headline, summary,
                    alert, alert_reason, meanings)
                values (""" + BASE_VALUES + """
                , :classificationId, :correction, :classifiedAt, :severity, :materiality, :areas, :types, :headline, :summary,
                    :alert, :alertReason, :meanings::jsonb)
                on conflict (change_id) do update set event_type = excluded.event_type, event = excluded.event,
                    classification_id = excluded.classification_id, correction = excluded.correction,
                    classified_at = excluded.classified_at, severity = excluded.severity, materiality = excluded.materiality, areas = excluded.areas,
                    types = excluded.types, headline = excluded.headline, summary = excluded.summary, alert = excluded.alert,
                    alert_reason = excluded.alert_reason, meanings = excluded.meanings
                where c.classification_id is null
                    or (excluded.correction, excluded.classified_at, excluded.classification_id)
                        > (c.correction, c.classified_at, c.classification_id)
                returning xmax = 0""");
        return base(insert, classified.change(), EventType.CHANGE_CLASSIFIED, EventCodec.write(classified))
                .bind("classificationId", classified.classification().classificationId())
                .bind("correction", classified.classification().correction())
                .bind("classifiedAt", classified.classification().classifiedAt())
                .bind("severity", classified.meaning().severity())
                .bind("materiality", classified.meaning().materiality())
                .bind("areas", classified.meaning().areas())
                .bind("types", classified.meaning().types())
                .bind("headline", classified.meaning().headline())
                .bind("summary", classified.meaning().summary())
                .bind("alert", classified.meaning().alert())
                .bind("alertReason", classified.meaning().alertReason())
                .bind("meanings", Meanings.of(classified))
                .first(Boolean.class)
                .orElse(false);
    }

    static void settled(Database database, ChangeSettled settled) {
        database.sql("""
                insert into read.settlement (change_id, settled_as, settled_at, evidence_snapshot_id, reason)
                values (:changeId, :as, :settledAt, :evidenceSnapshotId, :reason) on conflict do nothing""")
                .bind("changeId", settled.changeId())
                .bind("as", settled.as())
                .bind("settledAt", settled.settledAt())
                .bind("evidenceSnapshotId", settled.evidenceSnapshotId())
                .bind("reason", settled.reason())
                .update();
        database.sql("select to_snapshot_id from read.change where change_id = :changeId")
                .bind("changeId", settled.changeId())
                .first(String.class)
                .ifPresent(snapshotId -> WordingRows.standing(database, snapshotId));
    }

    private static Sql base(Sql insert, ChangeDetected change, EventType type, byte[] event) {
        DocumentRef document = change.document();
        VersionRef from = change.from();
        return insert.bind("changeId", change.changeId())
                .bind("documentId", document.id())
                .bind("platformSlug", DocumentRows.platformSlug(document.id()))
                .bind("platform", document.platform())
                .bind("termsType", document.termsType())
                .bind("url", document.url())
                .bind("kind", change.verdict().kind())
                .bind("detectedAt", change.provenance().detectedAt())
                .bind("fromSnapshotId", from == null ? null : from.snapshotId())
                .bind("toSnapshotId", change.to().snapshotId())
                .bind("alertable", change.verdict().alertable())
                .bind("settlement", change.verdict().settlement())
                .bind("touched", change.touched().size())
                .bind("eventType", type)
                .bind("event", event)
                .bind("toSequence", change.to().sequence())
                .bind("toFirstSeenAt", change.to().firstSeenAt())
                .bind("touchedIds", touched(change))
                .bind("origin", change.provenance().origin())
                .bind("statedDates", statedDates(change))
                .bind("reverts", change.verdict().reverts());
    }

    private static String statedDates(ChangeDetected change) {
        try {
            return EventCodec.mapper().writeValueAsString(change.statedDates());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Cannot write stated dates", e);
        }
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
