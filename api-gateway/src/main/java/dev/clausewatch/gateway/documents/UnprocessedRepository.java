package dev.clausewatch.gateway.documents;

import dev.clausewatch.gateway.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
                .query(
                        "select * from read.unprocessed where document_id = any(?) order by sequence, failed_at, subject limit "
                                + MOST,
                        List.of(documentIds),
                        row -> new Row(row.getString("document_id"), read(row)))
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
        return database.first("""
                        select count(distinct u.document_id) from read.unprocessed u
                        join read.document d on d.id = u.document_id and not d.retired
                        where u.state = 'HELD'""", List.of(), row -> row.getLong(1)).orElse(0L);
    }

    private static Unprocessed read(ResultSet row) throws SQLException {
        Unprocessed.Stage stage = Unprocessed.Stage.valueOf(row.getString("stage"));
        Object sequence = row.getObject("sequence");
        return new Unprocessed(
                stage,
                Unprocessed.State.valueOf(row.getString("state")),
                sequence instanceof Long place ? place : null,
                row.getString("snapshot_id"),
                stage == Unprocessed.Stage.CLASSIFY && sequence != null ? row.getString("subject") : null,
                Database.time(row, "first_seen_at"),
                Database.requiredTime(row, "failed_at"),
                row.getString("reason"),
                row.getString("record"));
    }
}
