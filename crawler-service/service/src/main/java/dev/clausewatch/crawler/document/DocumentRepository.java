package dev.clausewatch.crawler.document;

import dev.clausewatch.crawler.Json;
import dev.clausewatch.crawler.declaration.DocumentDefinition;
import dev.clausewatch.crawler.declaration.PastDeclaration;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The registry's columns of the table {@code document}; the schedule keeps its own beside them. */
@ApplicationScoped
class DocumentRepository {

    private static final String COLUMNS = "select definition, origin, registered_at, retired_at from document ";

    private final Database database;

    DocumentRepository(Database database) {
        this.database = database;
    }

    /** Only one registration at a time, whichever replica does it; until the end of the transaction. */
    void lockRegistry() {
        database.list("select pg_advisory_xact_lock(hashtext('clausewatch.documents'))", row -> 1);
    }

    Optional<RegisteredDocument> find(String id) {
        return database.first(COLUMNS + "where id = ?", DocumentRepository::read, id);
    }

    List<RegisteredDocument> watched(DocumentOrigin origin) {
        return database.list(
                COLUMNS + "where origin = ? and retired_at is null order by id",
                DocumentRepository::read,
                origin.name());
    }

    List<RegisteredDocument> ofDeclaration(String declaration) {
        return database.list(
                COLUMNS + "where declaration = ? and retired_at is null order by id",
                DocumentRepository::read,
                declaration);
    }

    /**
     * Writes a definition; what is known of its captures stays. A capture in flight loses its claim: it read the document in the old
     * way.
     *
     * @param due when the document is captured next, unless that is sooner anyway
     */
    void save(DocumentDefinition definition, DocumentOrigin origin, Instant now, Instant due) {
        database.update(
                """
                insert into document (id, declaration, origin, definition, host, registered_at, next_attempt_at)
                values (?, ?, ?, ?::jsonb, ?, ?, ?)
                on conflict (id) do update set declaration = excluded.declaration, origin = excluded.origin,
                    definition = excluded.definition, host = excluded.host, registered_at = excluded.registered_at,
                    retired_at = null, next_attempt_at = least(document.next_attempt_at, excluded.next_attempt_at),
                    claimed_by = null, claimed_until = null""",
                definition.id(),
                definition.declaration(),
                origin.name(),
                Json.write(definition),
                definition.host(),
                now,
                due);
    }

    /** Keeps how a document was declared in earlier times. */
    void saveHistory(String id, List<PastDeclaration> history) {
        database.update("update document set history = ?::jsonb where id = ?", Json.write(history), id);
    }

    /** How a document was declared in earlier times, oldest first. */
    List<PastDeclaration> history(String id) {
        return database.first(
                        "select history from document where id = ?",
                        row -> Json.readList(row.text("history"), PastDeclaration.class),
                        id)
                .orElse(List.of());
    }

    void retire(String id, Instant now) {
        database.update("update document set retired_at = ? where id = ?", now, id);
    }

    private static RegisteredDocument read(Row row) throws SQLException {
        return new RegisteredDocument(
                Json.read(row.text("definition"), DocumentDefinition.class),
                DocumentOrigin.valueOf(row.text("origin")),
                row.time("registered_at"),
                row.timeOrNull("retired_at"));
    }
}
