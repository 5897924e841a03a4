package dev.clausewatch.gateway.readmodel;

import dev.clausewatch.events.Assessment;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.VersionSegmented;
import dev.clausewatch.events.WordingAssessed;
import dev.clausewatch.runtime.database.Database;
import java.util.List;
import java.util.Optional;

/** Writes the wordings of versions and what these do. Any order of the same events gives the same rows. */
final class WordingRows {

    private static final String NEWEST = """
            select s.snapshot_id, s.provision_ids, s.wording_ids
            from read.change c join read.segmentation s on s.snapshot_id = c.to_snapshot_id
            where c.document_id = :documentId and c.kind <> 'SUSPECT'
            order by c.to_sequence desc, c.detected_at desc, c.change_id desc limit 1""";

    private WordingRows() {}

    private record Segmented(String snapshotId, List<String> provisionIds, List<String> wordingIds) {}

    /** The list that was made last holds. */
    static void segmented(Database database, VersionSegmented list) {
        database.sql("""
                insert into read.segmentation as s (snapshot_id, segmented_at, provision_ids, wording_ids)
                values (:snapshotId, :segmentedAt, :provisions, :wordings)
                on conflict (snapshot_id) do update set segmented_at = excluded.segmented_at,
                    provision_ids = excluded.provision_ids, wording_ids = excluded.wording_ids
                where excluded.segmented_at > s.segmented_at""")
                .bind("snapshotId", list.version().snapshotId())
                .bind("segmentedAt", list.segmentedAt())
                .bind(
                        "provisions",
                        list.provisions().stream()
                                .map(VersionSegmented.Provision::id)
                                .toList())
                .bind(
                        "wordings",
                        list.provisions().stream()
                                .map(VersionSegmented.Provision::wordingId)
                                .toList())
                .update();
        standing(database, list.document().id(), list.version().snapshotId());
    }

    /** The answer that was given last holds. */
    static void assessed(Database database, WordingAssessed answer) {
        database.sql("""
                insert into read.assessment as a (wording_id, assessed_at, assessed, types, areas, event)
                values (:wordingId, :assessedAt, :assessed, :types, :areas, :event)
                on conflict (wording_id) do update set assessed_at = excluded.assessed_at,
                    assessed = excluded.assessed, types = excluded.types, areas = excluded.areas, event = excluded.event
                where excluded.assessed_at > a.assessed_at""")
                .bind("wordingId", answer.wordingId())
                .bind("assessedAt", answer.assessedAt())
                .bind("assessed", answer.assessment() == Assessment.ASSESSED)
                .bind("types", answer.types().stream().map(ProvisionType::id).toList())
                .bind("areas", answer.areas())
                .bind("event", EventCodec.write(answer))
                .update();
    }

    /** If this version is the newest, its provisions are those that stand; rows of provisions that stay as they are are not written. */
    static void standing(Database database, String documentId, String snapshotId) {
        Optional<Segmented> newest = database.sql(NEWEST)
                .bind("documentId", documentId)
                .first(row -> new Segmented(
                        row.getColumn("snapshot_id", String.class),
                        List.of(row.getColumn("provision_ids", String[].class)),
                        List.of(row.getColumn("wording_ids", String[].class))));
        if (newest.isEmpty() || !newest.get().snapshotId().equals(snapshotId)) {
            return;
        }
        database.sql("""
                delete from read.standing_provision where document_id = :documentId
                    and provision_id not in (select unnest(cast(:provisions as text[])))""")
                .bind("documentId", documentId)
                .bind("provisions", newest.get().provisionIds())
                .update();
        database.sql("""
                insert into read.standing_provision as p (document_id, provision_id, wording_id)
                select distinct on (listed.provision) :documentId, listed.provision, listed.wording
                from unnest(cast(:provisions as text[]), cast(:wordings as text[])) as listed (provision, wording)
                on conflict (document_id, provision_id) do update set wording_id = excluded.wording_id
                where p.wording_id <> excluded.wording_id""")
                .bind("documentId", documentId)
                .bind("provisions", newest.get().provisionIds())
                .bind("wordings", newest.get().wordingIds())
                .update();
    }
}
