package dev.clausewatch.gateway.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.StatedDate;
import dev.clausewatch.gateway.citations.Citations;
import dev.clausewatch.gateway.readmodel.Archive;
import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Versions of the read model. */
@ApplicationScoped
public class VersionRepository {

    private static final ObjectReader DATES = EventCodec.mapper().readerForListOf(StatedDate.class);

    /** A suspect text that was confirmed is a text of the document after all. */
    private static final String SUSPECT = """
            exists (select 1 from read.change s where s.to_snapshot_id = %1$s.snapshot_id and s.kind = 'SUSPECT'
                and not exists (select 1 from read.settlement t where t.change_id = s.change_id and t.settled_as = 'CONFIRMED'))""";

    /** Rows of releases that did not keep the stated dates have them in their event. */
    private static final String SELECT = """
            select v.snapshot_id, v.document_id, v.sequence, v.previous_snapshot_id, v.origin, v.cause, v.first_seen_at,
                greatest(v.first_seen_at, f.verified_at) as last_verified_at, v.text_hash, v.extractor, v.raw_hashes,
                v.archive, v.archive_commit, d.platform, d.terms_type, following.snapshot_id as next_snapshot_id,
                replaced.first_seen_at as stood_until, c.change_id, c.stated_dates, %s as suspect
            from read.version v left join read.verification f on f.snapshot_id = v.snapshot_id
            left join read.document d on d.id = v.document_id
            left join lateral (select l.snapshot_id from read.version l
                where l.document_id = v.document_id and l.sequence > v.sequence
                order by l.sequence, l.snapshot_id limit 1) following on true
            left join lateral (select l.first_seen_at from read.version l
                where l.document_id = v.document_id and l.sequence > v.sequence and not %s
                order by l.sequence, l.snapshot_id limit 1) replaced on true
            left join lateral (select i.change_id, cast(coalesce(i.stated_dates,
                    case i.event_type when 'CHANGE_CLASSIFIED' then cast(convert_from(i.event, 'UTF8') as json) -> 'change' -> 'statedDates'
                        else cast(convert_from(i.event, 'UTF8') as json) -> 'statedDates' end) as text) as stated_dates
                from read.change i where i.to_snapshot_id = v.snapshot_id
                order by i.detected_at, i.change_id limit 1) c on true
            """.formatted(SUSPECT.formatted("v"), SUSPECT.formatted("l"));

    private final Database database;
    private final Citations citations;

    VersionRepository(Database database, Citations citations) {
        this.database = database;
        this.citations = citations;
    }

    /** Versions of a document, newest first, below a sequence. */
    public List<Version> list(String documentId, long below, int limit) {
        return database.sql(
                        SELECT
                                + "where v.document_id = :documentId and v.sequence < :below order by v.sequence desc, v.snapshot_id limit :limit")
                .bind("documentId", documentId)
                .bind("below", below)
                .bind("limit", limit)
                .list(this::read);
    }

    /** One version. */
    public Optional<Version> find(String snapshotId) {
        return database.sql(SELECT + "where v.snapshot_id = :snapshotId")
                .bind("snapshotId", snapshotId)
                .first(this::read);
    }

    /** A version of a document by its place. */
    public Optional<Version> numbered(String documentId, long sequence) {
        return database.sql(SELECT
                        + "where v.document_id = :documentId and v.sequence = :sequence order by v.snapshot_id limit 1")
                .bind("documentId", documentId)
                .bind("sequence", sequence)
                .first(this::read);
    }

    /** The text of a document at a moment: the newest version that was first seen by then and is not suspect. */
    public Optional<Version> standing(String documentId, Instant at) {
        return database.sql(SELECT + "where v.document_id = :documentId and v.first_seen_at <= :at and not "
                        + SUSPECT.formatted("v") + " order by v.sequence desc, v.snapshot_id limit 1")
                .bind("documentId", documentId)
                .bind("at", at)
                .first(this::read);
    }

    /** The first text of a document that is not suspect. */
    Optional<Version> oldest(String documentId) {
        return database.sql(SELECT + "where v.document_id = :documentId and not " + SUSPECT.formatted("v")
                        + " order by v.sequence, v.snapshot_id limit 1")
                .bind("documentId", documentId)
                .first(this::read);
    }

    /** A version and when it was first seen. */
    record Moment(String snapshotId, Instant firstSeenAt) {}

    /** The newest versions of a document that are not suspect, oldest first. */
    List<Moment> moments(String documentId, int most) {
        return database.sql("select v.snapshot_id, v.first_seen_at from read.version v"
                        + " where v.document_id = :documentId and not " + SUSPECT.formatted("v")
                        + " order by v.sequence desc, v.snapshot_id limit :most")
                .bind("documentId", documentId)
                .bind("most", most)
                .list(Moment.class)
                .reversed();
    }

    /** How many texts of a document came after a version, without suspect ones. */
    public long since(Version version) {
        return database.sql("select count(*) from read.version v where v.document_id = :documentId"
                        + " and v.sequence > :sequence and not " + SUSPECT.formatted("v"))
                .bind("documentId", version.documentId())
                .bind("sequence", version.sequence())
                .one(Long.class);
    }

    /** The text of a version. */
    public Optional<String> text(String snapshotId) {
        return database.sql("select text from read.version where snapshot_id = :snapshotId")
                .bind("snapshotId", snapshotId)
                .first(String.class);
    }

    private Version read(RowView row) {
        String documentId = row.getColumn("document_id", String.class);
        String snapshotId = row.getColumn("snapshot_id", String.class);
        long sequence = row.getColumn("sequence", Long.class);
        Instant firstSeenAt = row.getColumn("first_seen_at", Instant.class);
        String textHash = row.getColumn("text_hash", String.class);
        String platform = row.getColumn("platform", String.class);
        String named = platform == null ? documentId : platform + ", " + row.getColumn("terms_type", String.class);
        List<StatedDate> dates = dates(row.getColumn("stated_dates", String.class));
        return new Version(
                snapshotId,
                documentId,
                sequence,
                row.getColumn("previous_snapshot_id", String.class),
                row.getColumn("next_snapshot_id", String.class),
                row.getColumn("change_id", String.class),
                row.getColumn("origin", String.class),
                Archive.of(row.getColumn("archive", String.class)),
                row.getColumn("archive_commit", String.class),
                row.getColumn("cause", String.class),
                row.getColumn("suspect", Boolean.class),
                firstSeenAt,
                row.getColumn("stood_until", Instant.class),
                row.getColumn("last_verified_at", Instant.class),
                effective(dates),
                dates,
                textHash,
                row.getColumn("extractor", String.class),
                List.of(row.getColumn("raw_hashes", String[].class)),
                citations.version(named, sequence, firstSeenAt, textHash, snapshotId));
    }

    private static @Nullable LocalDate effective(List<StatedDate> dates) {
        return dates.stream()
                .filter(date -> date.label() == StatedDate.Label.EFFECTIVE)
                .map(StatedDate::date)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static List<StatedDate> dates(@Nullable String json) {
        if (json == null) {
            return List.of();
        }
        try {
            return DATES.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored dates cannot be read", e);
        }
    }
}
