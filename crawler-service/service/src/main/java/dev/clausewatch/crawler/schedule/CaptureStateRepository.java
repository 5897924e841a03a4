package dev.clausewatch.crawler.schedule;

import dev.clausewatch.crawler.Json;
import dev.clausewatch.crawler.declaration.DocumentDefinition;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of the table {@code document} that captures read and write. */
@ApplicationScoped
class CaptureStateRepository {

    private static final String SELECT = """
            select claimed_by, definition, consecutive_failures, failing_since, degraded, failure_reason, failure_detail,
                read_definition, read_extractor, validators from document
            where id = any (?) and claimed_by = any (?) and retired_at is null order by id""";

    private static final String SUCCEEDED = """
            update document set consecutive_failures = 0, failing_since = null, degraded = false, failure_reason = null,
                failure_detail = null, last_verified_at = ?, read_definition = ?, read_extractor = ?,
                validators = coalesce(?::jsonb, validators), claimed_by = null, claimed_until = null,
                next_attempt_at = case when requested_at > claimed_at then ? else ?::timestamptz end
            where id = ?""";

    private static final String FAILED = """
            update document set consecutive_failures = ?, failing_since = ?, degraded = ?, failure_reason = ?,
                failure_detail = ?, claimed_by = null, claimed_until = null,
                next_attempt_at = case when requested_at > claimed_at then ? else ?::timestamptz end
            where id = ?""";

    private final Database database;

    CaptureStateRepository(Database database) {
        this.database = database;
    }

    /** How rows stand after some captures: gathered, then written in one exchange. */
    static final class Changes {

        private final List<@Nullable Object[]> succeeded = new ArrayList<>();
        private final List<@Nullable Object[]> failed = new ArrayList<>();

        /** After a capture that worked: the claim ends. A request that came meanwhile makes the document due again. */
        void succeeded(CaptureState state, String extractor, List<KnownPage> pages, Instant now, Instant next) {
            DocumentDefinition definition = state.definition();
            succeeded.add(new @Nullable Object[] {
                now,
                definition.readingHash(),
                extractor,
                pages.equals(state.pages()) ? null : Json.write(pages),
                now,
                next,
                definition.id()
            });
        }

        /** After a failure: the claim ends. */
        void failed(CaptureState state, SourceHealth health, Instant now, Instant next) {
            failed.add(new @Nullable Object[] {
                health.consecutiveFailures(),
                health.failingSince(),
                health.degraded(),
                health.reason(),
                health.detail(),
                now,
                next,
                state.definition().id()
            });
        }
    }

    /** The states of the documents whose claims still hold, by token; not of those that are no longer watched. */
    Map<String, CaptureState> find(Collection<Claim> claims) {
        return read(SELECT, claims);
    }

    /** The same, and nobody else writes the row before the transaction ends. */
    Map<String, CaptureState> lock(Claim claim) {
        return read(SELECT + " for update", List.of(claim));
    }

    /**
     * The same of many. Rows that somebody else has are left out: who holds locks and waits for another can wait in a circle.
     */
    Map<String, CaptureState> lockFree(Collection<Claim> claims) {
        return read(SELECT + " for update skip locked", claims);
    }

    private Map<String, CaptureState> read(String sql, Collection<Claim> claims) {
        Map<String, CaptureState> states = new HashMap<>();
        database.list(
                        sql,
                        row -> Map.entry(row.text("claimed_by"), read(row)),
                        claims.stream().map(Claim::documentId).toList(),
                        claims.stream().map(Claim::token).toList())
                .forEach(found -> states.put(found.getKey(), found.getValue()));
        return states;
    }

    void write(Changes changes) {
        database.batch(SUCCEEDED, changes.succeeded);
        database.batch(FAILED, changes.failed);
    }

    /** After the kept bytes were read in today's way. The next pages are asked for whole: what is known of them was read otherwise. */
    void reread(CaptureState state, String extractor) {
        database.update(
                "update document set read_definition = ?, read_extractor = ?, validators = '[]' where id = ?",
                state.definition().readingHash(),
                extractor,
                state.definition().id());
    }

    private static CaptureState read(Row row) throws SQLException {
        return new CaptureState(
                Json.read(row.text("definition"), DocumentDefinition.class),
                new SourceHealth(
                        row.number("consecutive_failures"),
                        row.timeOrNull("failing_since"),
                        row.flag("degraded"),
                        row.textOrNull("failure_reason"),
                        row.textOrNull("failure_detail")),
                row.textOrNull("read_definition"),
                row.textOrNull("read_extractor"),
                Json.readList(row.text("validators"), KnownPage.class));
    }
}
