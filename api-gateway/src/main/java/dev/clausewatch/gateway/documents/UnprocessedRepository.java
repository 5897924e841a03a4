package dev.clausewatch.gateway.documents;

import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.result.RowView;

/** What stages could not process, in the read model. */
@ApplicationScoped
public class UnprocessedRepository {

    /** More than anybody reads; the topics of dead letters have all. */
    private static final int MOST = 1_000;

    private final Database database;

    UnprocessedRepository(Database database) {
        this.database = database;
    }

    private record Row(String documentId, Unprocessed what) {}

    /** By document, the oldest version first. */
    Map<String, List<Unprocessed>> of(Collection<String> documentIds) {
        return database
                .sql(
                        "select * from read.unprocessed where document_id = any(:documentIds) order by sequence, failed_at, subject limit "
                                + MOST)
                .bind("documentIds", documentIds)
                .list(row -> new Row(row.getColumn("document_id", String.class), read(row)))
                .stream()
                .collect(Collectors.groupingBy(
                        Row::documentId, Collectors.mapping(Row::what, Collectors.toUnmodifiableList())));
    }

    /** Of one document, the oldest version first. */
    public List<Unprocessed> of(String documentId) {
        return of(List.of(documentId)).getOrDefault(documentId, List.of());
    }

    /** How many watched documents are held. */
    long heldDocuments() {
        return database.sql("""
                        select count(distinct u.document_id) from read.unprocessed u
                        join read.document d on d.id = u.document_id and not d.retired
                        where u.state = 'HELD'""").first(Long.class).orElse(0L);
    }

    private static Unprocessed read(RowView row) {
        Unprocessed.Stage stage = row.getColumn("stage", Unprocessed.Stage.class);
        Long sequence = row.getColumn("sequence", Long.class);
        return new Unprocessed(
                stage,
                row.getColumn("state", Unprocessed.State.class),
                sequence,
                row.getColumn("snapshot_id", String.class),
                stage == Unprocessed.Stage.CLASSIFY && sequence != null ? row.getColumn("subject", String.class) : null,
                row.getColumn("first_seen_at", Instant.class),
                row.getColumn("failed_at", Instant.class),
                row.getColumn("reason", String.class),
                row.getColumn("record", String.class));
    }
}
