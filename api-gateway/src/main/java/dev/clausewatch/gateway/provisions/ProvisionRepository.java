package dev.clausewatch.gateway.provisions;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ProvisionRef;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.TouchedProvision;
import dev.clausewatch.gateway.changes.Redline;
import dev.clausewatch.gateway.readmodel.Archive;
import dev.clausewatch.gateway.readmodel.ProvisionStep;
import dev.clausewatch.gateway.readmodel.StoredEvent;
import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Provisions of the read model, from the provision lists of versions and from the changes that touched them. */
@ApplicationScoped
class ProvisionRepository {

    private static final String HEADS = """
            select c.change_id, c.document_id, c.platform, c.terms_type, c.url, c.kind, c.detected_at, c.to_snapshot_id,
                c.to_sequence, c.to_first_seen_at, c.touched_ids @> :ids as touched, s.what, s.number, s.heading_path, v.archive
            from (select change_id from read.provision_step where provision_id = :provisionId
                union select change_id from read.change where touched_ids @> :ids) life
            join read.change c using (change_id)
            left join read.version v on v.snapshot_id = c.to_snapshot_id
            left join read.provision_step s on s.change_id = c.change_id and s.provision_id = :provisionId
            order by c.to_sequence, c.detected_at, c.change_id""";

    private static final String LISTED = """
            select c.event_type, c.event, v.text
            from read.change c left join read.version v on v.snapshot_id = c.to_snapshot_id
            where c.document_id = :documentId and %s
            order by c.to_sequence desc, c.detected_at desc, c.change_id desc limit 1""";

    private final Database database;

    ProvisionRepository(Database database) {
        this.database = database;
    }

    /**
     * A change in the life of a provision, without the words.
     *
     * @param steps what the lists of provisions tell, codes of {@link ProvisionStep}
     * @param number as printed then, when the lists tell anything
     * @param headingPath likewise
     * @param touched whether the change touched its words
     */
    record Head(
            String changeId,
            ProvisionLife.Document document,
            String kind,
            Instant detectedAt,
            ProvisionLife.Seen version,
            List<String> steps,
            @Nullable String number,
            List<String> headingPath,
            boolean touched) {

        /** The step with its words. Whoever compared the words knows best what became of the provision; headings are beside that. */
        ProvisionLife.Step step(TouchedStep words) {
            Set<String> what = new LinkedHashSet<>(words.what());
            steps.stream()
                    .filter(one -> words.what().isEmpty() || one.equals(ProvisionStep.HEADING_CHANGED.name()))
                    .forEach(what::add);
            TouchedProvision own = words.own();
            ProvisionText side = words.side();
            return new ProvisionLife.Step(
                    changeId,
                    kind,
                    detectedAt,
                    version,
                    List.copyOf(what),
                    side == null ? number : side.number(),
                    side == null ? headingPath : side.headingPath(),
                    own == null ? List.of() : own.from(),
                    words.into(),
                    own == null ? null : own.before(),
                    own == null ? null : own.after(),
                    own == null ? List.of() : own.diff(),
                    own == null ? List.of() : Redline.of(own, List.of()));
        }
    }

    /** The provisions of a version, with its text as far as that is read. */
    record Listed(
            String snapshotId,
            List<ProvisionRef> provisions,
            @Nullable String text) {}

    /** Every change in the life of a provision, oldest first. */
    List<Head> heads(String provisionId) {
        List<String> ids = List.of(provisionId);
        return database.sql(HEADS)
                .bind("ids", ids)
                .bind("provisionId", provisionId)
                .list(ProvisionRepository::head);
    }

    /** What these changes did to the words of a provision, by change. */
    Map<String, TouchedStep> touched(String provisionId, List<String> changeIds) {
        return database
                .sql("select event_type, event from read.change where change_id = any(:changeIds)")
                .bind("changeIds", changeIds)
                .list(StoredEvent::change)
                .stream()
                .collect(Collectors.toMap(ChangeDetected::changeId, change -> TouchedStep.of(change, provisionId)));
    }

    /** The provisions of a version as it is cut now; of the newest that is not suspect, when none is named. */
    Optional<Listed> listed(String documentId, @Nullable String snapshotId) {
        return snapshotId == null
                ? database.sql(LISTED.formatted("c.kind <> 'SUSPECT'"))
                        .bind("documentId", documentId)
                        .first(ProvisionRepository::listed)
                : database.sql(LISTED.formatted("c.to_snapshot_id = :snapshotId"))
                        .bind("documentId", documentId)
                        .bind("snapshotId", snapshotId)
                        .first(ProvisionRepository::listed);
    }

    private static Head head(RowView row) {
        String @Nullable [] what = row.getColumn("what", String[].class);
        String @Nullable [] headingPath = row.getColumn("heading_path", String[].class);
        Archive archive = Archive.of(row.getColumn("archive", String.class));
        return new Head(
                row.getColumn("change_id", String.class),
                new ProvisionLife.Document(
                        row.getColumn("document_id", String.class),
                        row.getColumn("platform", String.class),
                        row.getColumn("terms_type", String.class),
                        Archive.addressOf(row.getColumn("url", String.class), archive),
                        archive),
                row.getColumn("kind", String.class),
                row.getColumn("detected_at", Instant.class),
                new ProvisionLife.Seen(
                        row.getColumn("to_snapshot_id", String.class),
                        row.getColumn("to_sequence", Long.class),
                        row.getColumn("to_first_seen_at", Instant.class)),
                what == null ? List.of() : List.of(what),
                row.getColumn("number", String.class),
                headingPath == null ? List.of() : List.of(headingPath),
                Boolean.TRUE.equals(row.getColumn("touched", Boolean.class)));
    }

    private static Listed listed(RowView row) {
        ChangeDetected change = StoredEvent.change(row);
        return new Listed(change.to().snapshotId(), change.provisions(), row.getColumn("text", String.class));
    }
}
