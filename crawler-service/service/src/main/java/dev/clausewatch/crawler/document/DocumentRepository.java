package dev.clausewatch.crawler.document;

import dev.clausewatch.crawler.Json;
import dev.clausewatch.crawler.declaration.DocumentDefinition;
import dev.clausewatch.crawler.declaration.PastDeclaration;
import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;

/** What is declared, in the table {@code document}. */
@ApplicationScoped
class DocumentRepository {

    private static final String COLUMNS = "select definition, origin, registered_at, retired_at from document ";

    private final Database database;

    DocumentRepository(Database database) {
        this.database = database;
    }

    /** Only one registration at a time, whichever replica does it; until the end of the transaction. */
    void lockRegistry() {
        database.sql("select pg_advisory_xact_lock(hashtext('clausewatch.documents'))")
                .list(row -> 1);
    }

    Optional<RegisteredDocument> find(String id) {
        return database.sql(COLUMNS + "where id = :id").bind("id", id).first(DocumentRepository::read);
    }

    List<RegisteredDocument> watched(DocumentOrigin origin) {
        return database.sql(COLUMNS + "where origin = :origin and retired_at is null order by id")
                .bind("origin", origin.name())
                .list(DocumentRepository::read);
    }

    List<RegisteredDocument> ofDeclaration(String declaration) {
        return database.sql(COLUMNS + "where declaration = :declaration and retired_at is null order by id")
                .bind("declaration", declaration)
                .list(DocumentRepository::read);
    }

    /** Writes a definition; the document is watched then. */
    void save(DocumentDefinition definition, DocumentOrigin origin, Instant now) {
        database.sql("""
                insert into document (id, declaration, origin, definition, host, registered_at)
                values (:id, :declaration, :origin, :definition::jsonb, :host, :now)
                on conflict (id) do update set declaration = excluded.declaration, origin = excluded.origin,
                    definition = excluded.definition, host = excluded.host, registered_at = excluded.registered_at,
                    retired_at = null""")
                .bind("id", definition.id())
                .bind("declaration", definition.declaration())
                .bind("origin", origin.name())
                .bind("definition", Json.write(definition))
                .bind("host", definition.host())
                .bind("now", now)
                .update();
    }

    /** Keeps how a document was declared in earlier times. */
    void saveHistory(String id, List<PastDeclaration> history) {
        database.sql("update document set history = :history::jsonb where id = :id")
                .bind("history", Json.write(history))
                .bind("id", id)
                .update();
    }

    /** How a document was declared in earlier times, oldest first. */
    List<PastDeclaration> history(String id) {
        return database.sql("select history from document where id = :id")
                .bind("id", id)
                .first(row -> Json.readList(row.getColumn("history", String.class), PastDeclaration.class))
                .orElse(List.of());
    }

    void retire(String id, Instant now) {
        database.sql("update document set retired_at = :now where id = :id")
                .bind("now", now)
                .bind("id", id)
                .update();
    }

    private static RegisteredDocument read(RowView row) {
        return new RegisteredDocument(
                Json.read(row.getColumn("definition", String.class), DocumentDefinition.class),
                row.getColumn("origin", DocumentOrigin.class),
                row.getColumn("registered_at", Instant.class),
                row.getColumn("retired_at", Instant.class));
    }
}
