package dev.clausewatch.crawler.schedule;

import dev.clausewatch.crawler.Json;
import dev.clausewatch.crawler.declaration.DocumentDefinition;
import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The columns of the table {@code document} that captures read and write. */
@ApplicationScoped
class CaptureStateRepository {

    private static final String SELECT = """
            select claimed_by, definition, consecutive_failures, failing_since, degraded, failure_reason, failure_detail,
                read_definition, read_extractor, validators from document
            where id = any (:ids) and claimed_by = any (:tokens) and retired_at is null order by id""";

    private static final String SUCCEEDED = """
            update document set consecutive_failures = 0, failing_since = null, degraded = false, failure_reason = null,
                failure_detail = null, last_verified_at = :now, read_definition = :definition, read_extractor = :extractor,
                validators = coalesce(:validators::jsonb, validators), claimed_by = null, claimed_until = null,
                next_attempt_at = case when requested_at > claimed_at then :now else :next::timestamptz end
            where id = :id""";

    private static final String FAILED = """
            update document set consecutive_failures = :failures, failing_since = :since, degraded = :degraded,
                failure_reason = :reason, failure_detail = :detail, claimed_by = null, claimed_until = null,
                next_attempt_at = case when requested_at > claimed_at then :now else :next::timestamptz end
            where id = :id""";

    private final Database database;

    CaptureStateRepository(Database database) {
        this.database = database;
    }

    /** How rows stand after some captures: gathered, then written in one exchange. */
    static final class Changes {

        private final List<Consumer<PreparedBatch>> succeeded = new ArrayList<>();
        private final List<Consumer<PreparedBatch>> failed = new ArrayList<>();

        /** After a capture that worked: the claim ends. A request that came meanwhile makes the document due again. */
        void succeeded(CaptureState state, String extractor, List<PreviousPage> pages, Instant now, Instant next) {
            DocumentDefinition definition = state.definition();
            @Nullable String validators = pages.equals(state.pages()) ? null : Json.write(pages);
            succeeded.add(row -> row.bind("now", now)
                    .bind("definition", definition.readingHash())
                    .bind("extractor", extractor)
                    .bind("validators", validators)
                    .bind("next", next)
                    .bind("id", definition.id()));
        }

        /** After a failure: the claim ends. */
        void failed(CaptureState state, SourceHealth health, Instant now, Instant next) {
            failed.add(row -> row.bind("failures", health.consecutiveFailures())
                    .bind("since", health.failingSince())
                    .bind("degraded", health.degraded())
                    .bind("reason", health.reason())
                    .bind("detail", health.detail())
                    .bind("now", now)
                    .bind("next", next)
                    .bind("id", state.definition().id()));
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
        return database.sql(sql)
                .bind("ids", claims.stream().map(Claim::documentId).toList())
                .bind("tokens", claims.stream().map(Claim::token).toList())
                .collect(Collectors.toMap(
                        row -> row.getColumn("claimed_by", String.class), CaptureStateRepository::read));
    }

    void write(Changes changes) {
        database.batch(SUCCEEDED, changes.succeeded, (row, bind) -> bind.accept(row));
        database.batch(FAILED, changes.failed, (row, bind) -> bind.accept(row));
    }

    /** After the kept bytes were read in today's way. The next pages are asked for whole: what is known of them was read otherwise. */
    void reread(CaptureState state, String extractor) {
        database.sql(
                        "update document set read_definition = :readingHash, read_extractor = :extractor, validators = '[]' where id = :id")
                .bind("readingHash", state.definition().readingHash())
                .bind("extractor", extractor)
                .bind("id", state.definition().id())
                .update();
    }

    private static CaptureState read(RowView row) {
        return new CaptureState(
                Json.read(row.getColumn("definition", String.class), DocumentDefinition.class),
                new SourceHealth(
                        row.getColumn("consecutive_failures", Integer.class),
                        row.getColumn("failing_since", Instant.class),
                        row.getColumn("degraded", Boolean.class),
                        row.getColumn("failure_reason", String.class),
                        row.getColumn("failure_detail", String.class)),
                row.getColumn("read_definition", String.class),
                row.getColumn("read_extractor", String.class),
                Json.readList(row.getColumn("validators", String.class), PreviousPage.class));
    }
}
