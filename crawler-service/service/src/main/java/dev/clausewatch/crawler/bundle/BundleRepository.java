package dev.clausewatch.crawler.bundle;

import dev.clausewatch.crawler.Json;
import dev.clausewatch.crawler.declaration.DocumentDefinition;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What is read of documents and snapshots for bundles. */
@ApplicationScoped
class BundleRepository {

    private final Database database;

    BundleRepository(Database database) {
        this.database = database;
    }

    /** How much a bundle would hold. */
    record Extent(int snapshots, long bytes) {}

    Optional<DocumentRef> document(String id) {
        return database.first(
                "select definition from document where id = ?",
                row -> Json.read(row.text("definition"), DocumentDefinition.class)
                        .ref(),
                id);
    }

    Extent extent(BundleRequest request) {
        return database.first(
                        """
                        with chosen as materialized (
                            select octet_length(text) as bytes, sources from snapshot
                            where document_id = ? and sequence between ? and ?)
                        select (select count(*) from chosen) as snapshots,
                            coalesce((select sum(bytes) from chosen), 0) + coalesce((select sum(bytes) from (
                                select distinct source -> 'raw' ->> 'sha256', (source -> 'raw' ->> 'bytes')::bigint as bytes
                                from chosen cross join jsonb_array_elements(sources) source) pages), 0) as bytes""",
                        row -> new Extent(row.number("snapshots"), row.large("bytes")),
                        request.documentId(),
                        request.from(),
                        request.to())
                .orElseThrow();
    }

    String text(String snapshotId) {
        return database.first("select text from snapshot where id = ?", row -> row.text("text"), snapshotId)
                .orElseThrow(() -> new IllegalStateException("no text of " + snapshotId));
    }
}
