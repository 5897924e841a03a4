package dev.clausewatch.crawler.imports;

import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which versions of archives were read, in the table {@code imported_version}: so far a document is imported. */
@ApplicationScoped
class ImportedVersionRepository {

    private final Database database;

    ImportedVersionRepository(Database database) {
        this.database = database;
    }

    /**
     * The last version of a document that was read.
     *
     * @param position 1, 2, 3 … per document
     * @param archive that it is from
     * @param hasText whether any version of the document has a text that was kept
     */
    record Last(long position, String commit, String archive, boolean hasText) {}

    /**
     * A version that was read.
     *
     * @param snapshotId the snapshot that has its text; absent when there is none that could be kept
     * @param unreadable why not
     */
    record Imported(
            String documentId,
            long position,
            Provenance provenance,
            @Nullable String snapshotId,
            @Nullable String unreadable) {}

    /** By document; nothing for one that was never imported. */
    Map<String, Last> last(Collection<String> documentIds) {
        return database.sql("""
                        select distinct on (document_id) document_id, position, commit, archive,
                            bool_or(snapshot_id is not null) over (partition by document_id) as has_text
                        from imported_version where document_id = any (:documentIds) order by document_id, position desc""")
                .bind("documentIds", documentIds)
                .collect(Collectors.toMap(
                        row -> row.getColumn("document_id", String.class), row -> row.getRow(Last.class)));
    }

    /** Those of the commits that were read. */
    Set<String> known(String documentId, Collection<String> commits) {
        return new HashSet<>(database.sql(
                        "select commit from imported_version where document_id = :documentId and commit = any (:commits)")
                .bind("documentId", documentId)
                .bind("commits", commits)
                .list(String.class));
    }

    void add(List<Imported> versions) {
        database.batch(
                """
                insert into imported_version
                    (document_id, position, archive, commit, path, dated, snapshot_id, unreadable)
                values (:document, :position, :archive, :commit, :path, :dated, :snapshot, :unreadable)""",
                versions,
                (row, version) -> row.bind("document", version.documentId())
                        .bind("position", version.position())
                        .bind("archive", version.provenance().archive())
                        .bind("commit", version.provenance().commit())
                        .bind("path", version.provenance().path())
                        .bind("dated", version.provenance().date())
                        .bind("snapshot", version.snapshotId())
                        .bind("unreadable", version.unreadable()));
    }

    /** Those of the documents that were captured live. */
    Set<String> live(Collection<String> documentIds) {
        return new HashSet<>(database.sql("""
                select wanted.id from unnest(:documentIds::text[]) as wanted (id) where exists (
                    select 1 from snapshot where document_id = wanted.id and origin = 'LIVE')""").bind("documentIds", documentIds).list(String.class));
    }
}
