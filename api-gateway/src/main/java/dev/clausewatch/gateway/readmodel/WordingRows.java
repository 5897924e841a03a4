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

    /** The list of a version, once a change to it is there that is not suspect or was confirmed. Neither ever ends. */
    private static final String STANDS = """
            select c.document_id, c.to_sequence, s.provision_ids, s.wording_ids
            from read.change c join read.segmentation s on s.snapshot_id = c.to_snapshot_id
            where c.to_snapshot_id = :snapshotId and (c.kind <> 'SUSPECT'
                or exists (select from read.settlement t where t.change_id = c.change_id and t.settled_as = 'CONFIRMED'))
            limit 1""";

    private WordingRows() {}

    private record Segmented(String documentId, long sequence, List<String> provisionIds, List<String> wordingIds) {}

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
        standing(database, list.version().snapshotId());
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

    /** A version that stands and is not older than the one whose provisions stand takes its place; rows of provisions that stay as they are are not written. */
    static void standing(Database database, String snapshotId) {
        Optional<Segmented> stands = database.sql(STANDS)
                .bind("snapshotId", snapshotId)
                .first(row -> new Segmented(
                        row.getColumn("document_id", String.class),
                        row.getColumn("to_sequence", Long.class),
                        List.of(row.getColumn("provision_ids", String[].class)),
                        List.of(row.getColumn("wording_ids", String[].class))));
        stands.filter(version -> isNewest(database, version)).ifPresent(version -> write(database, version));
    }

    private static boolean isNewest(Database database, Segmented version) {
        return database.sql("""
                insert into read.standing_version as v (document_id, sequence) values (:documentId, :sequence)
                on conflict (document_id) do update set sequence = excluded.sequence
                where excluded.sequence >= v.sequence""")
                        .bind("documentId", version.documentId())
                        .bind("sequence", version.sequence())
                        .update()
                > 0;
    }

    private static void write(Database database, Segmented version) {
        database.sql("""
                delete from read.standing_provision where document_id = :documentId
                    and provision_id not in (select unnest(cast(:provisions as text[])))""")
                .bind("documentId", version.documentId())
                .bind("provisions", version.provisionIds())
                .update();
        database.sql("""
                insert into read.standing_provision as p (document_id, provision_id, wording_id)
                select distinct on (listed.provision) :documentId, listed.provision, listed.wording
                from unnest(cast(:provisions as text[]), cast(:wordings as text[])) as listed (provision, wording)
                on conflict (document_id, provision_id) do update set wording_id = excluded.wording_id
                where p.wording_id <> excluded.wording_id""")
                .bind("documentId", version.documentId())
                .bind("provisions", version.provisionIds())
                .bind("wordings", version.wordingIds())
                .update();
    }
}
