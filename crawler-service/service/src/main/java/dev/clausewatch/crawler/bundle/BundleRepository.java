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
        return database.sql("select definition from document where id = :id")
                .bind("id", id)
                .first(row -> Json.read(row.getColumn("definition", String.class), DocumentDefinition.class)
                        .ref());
    }

    Extent extent(BundleRequest request) {
        return database.sql("""
                        with chosen as materialized (
                            select octet_length(text) as bytes, sources from snapshot
                            where document_id = :documentId and sequence between :from and :to)
                        select (select count(*) from chosen) as snapshots,
                            coalesce((select sum(bytes) from chosen), 0) + coalesce((select sum(bytes) from (
                                select distinct source -> 'raw' ->> 'sha256', (source -> 'raw' ->> 'bytes')::bigint as bytes
                                from chosen cross join jsonb_array_elements(sources) source) pages), 0) as bytes""")
                .bind("documentId", request.documentId())
                .bind("from", request.from())
                .bind("to", request.to())
                .one(Extent.class);
    }

    String text(String snapshotId) {
        return database.sql("select text from snapshot where id = :snapshotId")
                .bind("snapshotId", snapshotId)
                .first(String.class)
                .orElseThrow(() -> new IllegalStateException("no text of " + snapshotId));
    }
}
