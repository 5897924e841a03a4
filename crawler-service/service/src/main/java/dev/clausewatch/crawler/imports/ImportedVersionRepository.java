package dev.clausewatch.crawler.imports;

import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        Map<String, Last> last = new HashMap<>();
        database.list(
                        """
                        select distinct on (document_id) document_id, position, commit, archive,
                            bool_or(snapshot_id is not null) over (partition by document_id) as has_text
                        from imported_version where document_id = any (?) order by document_id, position desc""",
                        row -> Map.entry(
                                row.text("document_id"),
                                new Last(
                                        row.large("position"),
                                        row.text("commit"),
                                        row.text("archive"),
                                        row.flag("has_text"))),
                        documentIds)
                .forEach(found -> last.put(found.getKey(), found.getValue()));
        return last;
    }

    /** Those of the commits that were read. */
    Set<String> known(String documentId, Collection<String> commits) {
        return new HashSet<>(database.list(
                "select commit from imported_version where document_id = ? and commit = any (?)",
                row -> row.text("commit"),
                documentId,
                commits));
    }

    void add(List<Imported> versions) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Imported version : versions) {
            Provenance provenance = version.provenance();
            rows.add(new @Nullable Object[] {
                version.documentId(),
                version.position(),
                provenance.archive(),
                provenance.commit(),
                provenance.path(),
                provenance.date(),
                version.snapshotId(),
                version.unreadable()
            });
        }
        database.batch("""
                insert into imported_version
                    (document_id, position, archive, commit, path, dated, snapshot_id, unreadable)
                values (?, ?, ?, ?, ?, ?, ?, ?)""", rows);
    }

    /** Those of the documents that were captured live. */
    Set<String> live(Collection<String> documentIds) {
        return new HashSet<>(database.list("""
                select wanted.id from unnest(?::text[]) as wanted (id) where exists (
                    select 1 from snapshot where document_id = wanted.id and origin = 'LIVE')""", row -> row.text("id"), documentIds));
    }

    /**
     * Locks the rows of documents until the transaction ends, and keeps captures of watched ones off until the given time: one in
     * flight loses its claim.
     */
    void lock(Collection<String> documentIds, Instant until) {
        List<Integer> unused = database.list(
                "select 1 from document where id = any (?) order by id for update", row -> 1, documentIds);
        database.update("""
                update document set claimed_by = null, claimed_until = null, next_attempt_at = greatest(next_attempt_at, ?)
                where id = any (?) and retired_at is null""", until, documentIds);
    }
}
