package dev.clausewatch.gateway.documents;

import dev.clausewatch.gateway.database.Database;
import dev.clausewatch.gateway.documents.SourceHealth.Status;
import dev.clausewatch.gateway.readmodel.Archive;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        List<Object> parameters = new ArrayList<>(List.of(after));
        String where = "where d.id > ?";
        if (platform != null) {
            where += " and (d.platform_slug = ? or lower(d.platform) = lower(?))";
            parameters.add(platform);
            parameters.add(platform);
        }
        if (health != null) {
            where += " and not d.retired and " + STATUS + " = ?";
            parameters.add(health.name());
        }
        parameters.add(limit);
        List<Document> found =
                database.query(SELECT + where + " order by d.id limit ?", parameters, DocumentRepository::read);
        Map<String, List<Unprocessed>> letters =
                unprocessed.of(found.stream().map(Document::id).toList());
        return found.stream()
                .map(document -> document.with(letters.getOrDefault(document.id(), List.of())))
                .toList();
    }

    /** How many watched documents have a source in each state; those that none has are left out. */
    public Map<Status, Long> countByHealth() {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        database.query(
                        "select " + STATUS + """
                         as status, count(*) as documents
                        from read.document d left join read.source_health h on h.document_id = d.id
                        where not d.retired group by 1""",
                        List.of(),
                        row -> Map.entry(Status.valueOf(row.getString("status")), row.getLong("documents")))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    /** One document. */
    public Optional<Document> find(String id) {
        return database.first(SELECT + "where d.id = ?", List.of(id), DocumentRepository::read)
                .map(document -> document.with(unprocessed.of(id)));
    }

    private static Document read(ResultSet row) throws SQLException {
        Object cadence = row.getObject("cadence_seconds");
        List<String> sources = Database.strings(row, "sources");
        String url = row.getString("url");
        boolean declared = row.getObject("declared_at") == null || !sources.isEmpty();
        Archive archive = declared ? null : Archive.inPlaceOf(url);
        return new Document(
                row.getString("id"),
                row.getString("platform_slug"),
                row.getString("platform"),
                row.getString("terms_type"),
                row.getString("language"),
                Database.strings(row, "jurisdictions"),
                Archive.addressOf(url, archive),
                archive,
                row.getString("category"),
                cadence instanceof Long seconds ? Duration.ofSeconds(seconds) : null,
                sources,
                row.getBoolean("retired"),
                health(row),
                newest(row),
                row.getLong("versions"),
                Database.time(row, "last_verified_at"));
    }

    private static Document.@Nullable NewestVersion newest(ResultSet row) throws SQLException {
        String snapshotId = row.getString("snapshot_id");
        Instant firstSeen = Database.time(row, "first_seen_at");
        return snapshotId == null || firstSeen == null
                ? null
                : new Document.NewestVersion(snapshotId, row.getLong("sequence"), firstSeen);
    }

    private static SourceHealth health(ResultSet row) throws SQLException {
        Status status = Status.valueOf(row.getString("source_status"));
        Instant success = Database.time(row, "success_at");
        // A source can fail while its document is held.
        boolean failing = status == Status.HELD
                ? Set.of("FAILING", "DEGRADED").contains(String.valueOf(row.getString("status")))
                : status.isFailing();
        return failing
                ? new SourceHealth(
                        status,
                        success,
                        Database.time(row, "failing_since"),
                        row.getInt("consecutive_failures"),
                        row.getString("failure_reason"),
                        row.getString("failure_detail"),
                        Database.time(row, "next_attempt_at"),
                        List.of())
                : new SourceHealth(status, success, null, 0, null, null, null, List.of());
    }
}
