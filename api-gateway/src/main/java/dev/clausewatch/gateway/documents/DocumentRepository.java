package dev.clausewatch.gateway.documents;

import dev.clausewatch.gateway.documents.SourceHealth.Status;
import dev.clausewatch.gateway.readmodel.Archive;
import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Documents of the read model. */
@ApplicationScoped
public class DocumentRepository {

    /** A document that only an archive holds is registered without a cadence. */
    private static final String STATUS = """
            case when d.id in (select document_id from read.unprocessed where state = 'HELD') then 'HELD'
                when d.declared_at is not null and d.cadence_seconds is null then 'NOT_WATCHED'
                else coalesce(h.status, 'PENDING') end""";

    private static final String SELECT = "select " + STATUS + """
                as source_status, d.*, h.*, v.snapshot_id, v.sequence, v.first_seen_at,
                (select count(*) from read.version all_versions where all_versions.document_id = d.id) as versions,
                greatest(v.first_seen_at, (select verified_at from read.verification where snapshot_id = v.snapshot_id))
                    as last_verified_at
            from read.document d
            left join read.source_health h on h.document_id = d.id
            left join lateral (select snapshot_id, sequence, first_seen_at from read.version
                where document_id = d.id order by sequence desc, snapshot_id limit 1) v on true
            """;

    private final Database database;
    private final UnprocessedRepository unprocessed;

    DocumentRepository(Database database, UnprocessedRepository unprocessed) {
        this.database = database;
        this.unprocessed = unprocessed;
    }

    /**
     * Documents by id, after the given one.
     *
     * @param platform slug or name of the platform; of all when absent
     * @param health of watched documents with sources in this state; of all when absent
     */
    public List<Document> list(@Nullable String platform, @Nullable Status health, String after, int limit) {
        Map<String, Object> parameters = new HashMap<>(Map.of("after", after, "limit", limit));
        String where = "where d.id > :after";
        if (platform != null) {
            where += " and (d.platform_slug = :platform or lower(d.platform) = lower(:platform))";
            parameters.put("platform", platform);
        }
        if (health != null) {
            where += " and not d.retired and " + STATUS + " = :health";
            parameters.put("health", health);
        }
        List<Document> found = database.sql(SELECT + where + " order by d.id limit :limit")
                .bind(parameters)
                .list(DocumentRepository::read);
        Map<String, List<Unprocessed>> letters =
                unprocessed.of(found.stream().map(Document::id).toList());
        return found.stream()
                .map(document -> document.with(letters.getOrDefault(document.id(), List.of())))
                .toList();
    }

    /** How many watched documents have a source in each state; those that none has are left out. */
    public Map<Status, Long> countByHealth() {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        database.sql("select " + STATUS + """
                         as status, count(*) as documents
                        from read.document d left join read.source_health h on h.document_id = d.id
                        where not d.retired group by 1""")
                .list(row -> Map.entry(row.getColumn("status", Status.class), row.getColumn("documents", Long.class)))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    /** One document. */
    public Optional<Document> find(String id) {
        return database.sql(SELECT + "where d.id = :id")
                .bind("id", id)
                .first(DocumentRepository::read)
                .map(document -> document.with(unprocessed.of(id)));
    }

    private static Document read(RowView row) {
        Long cadence = row.getColumn("cadence_seconds", Long.class);
        List<String> sources = List.of(row.getColumn("sources", String[].class));
        String url = row.getColumn("url", String.class);
        boolean declared = row.getColumn("declared_at", Instant.class) == null || !sources.isEmpty();
        Archive archive = declared ? null : Archive.inPlaceOf(url);
        return new Document(
                row.getColumn("id", String.class),
                row.getColumn("platform_slug", String.class),
                row.getColumn("platform", String.class),
                row.getColumn("terms_type", String.class),
                row.getColumn("language", String.class),
                List.of(row.getColumn("jurisdictions", String[].class)),
                Archive.addressOf(url, archive),
                archive,
                row.getColumn("category", String.class),
                cadence == null ? null : Duration.ofSeconds(cadence),
                sources,
                row.getColumn("retired", Boolean.class),
                health(row),
                newest(row),
                row.getColumn("versions", Long.class),
                row.getColumn("last_verified_at", Instant.class));
    }

    private static Document.@Nullable NewestVersion newest(RowView row) {
        String snapshotId = row.getColumn("snapshot_id", String.class);
        Instant firstSeen = row.getColumn("first_seen_at", Instant.class);
        return snapshotId == null || firstSeen == null
                ? null
                : new Document.NewestVersion(snapshotId, row.getColumn("sequence", Long.class), firstSeen);
    }

    private static SourceHealth health(RowView row) {
        Status status = row.getColumn("source_status", Status.class);
        Instant success = row.getColumn("success_at", Instant.class);
        // A source can fail while its document is held.
        boolean failing = status == Status.HELD
                ? Set.of("FAILING", "DEGRADED").contains(String.valueOf(row.getColumn("status", String.class)))
                : status.isFailing();
        return failing
                ? new SourceHealth(
                        status,
                        success,
                        row.getColumn("failing_since", Instant.class),
                        Optional.ofNullable(row.getColumn("consecutive_failures", Integer.class))
                                .orElse(0),
                        row.getColumn("failure_reason", String.class),
                        row.getColumn("failure_detail", String.class),
                        row.getColumn("next_attempt_at", Instant.class),
                        List.of())
                : new SourceHealth(status, success, null, 0, null, null, null, List.of());
    }
}
