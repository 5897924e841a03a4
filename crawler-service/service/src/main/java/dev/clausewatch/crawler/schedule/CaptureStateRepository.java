package dev.clausewatch.crawler.schedule;

import dev.clausewatch.crawler.Json;
import dev.clausewatch.crawler.declaration.DocumentDefinition;
import dev.clausewatch.crawler.document.CaptureControl;
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

/**
 * How the captures of documents stand, in the table {@code capture_state}: one row for each document. Its lock is the right to write the
 * document's snapshots. Whoever changes or retires a document takes away the claim in the same transaction, so a claim that holds means
 * that the document is still watched as it was when it was claimed.
 */
@ApplicationScoped
class CaptureStateRepository implements CaptureControl {

    private static final String SELECT = """
            select c.claimed_by, d.definition, c.consecutive_failures, c.failing_since, c.degraded, c.failure_reason,
                c.failure_detail, c.read_definition, c.read_extractor, c.validators
            from capture_state c join document d on d.id = c.document_id
            where c.document_id = any (:ids) and c.claimed_by = any (:tokens) and d.retired_at is null order by c.document_id""";

    private static final String SUCCEEDED = """
            update capture_state set consecutive_failures = 0, failing_since = null, degraded = false, failure_reason = null,
                failure_detail = null, last_verified_at = :now, read_definition = :definition, read_extractor = :extractor,
                validators = coalesce(:validators::jsonb, validators), claimed_by = null, claimed_until = null,
                next_attempt_at = case when requested_at > claimed_at then :now else :next::timestamptz end
            where document_id = :id""";

    private static final String FAILED = """
            update capture_state set consecutive_failures = :failures, failing_since = :since, degraded = :degraded,
                failure_reason = :reason, failure_detail = :detail, claimed_by = null, claimed_until = null,
                next_attempt_at = case when requested_at > claimed_at then :now else :next::timestamptz end
            where document_id = :id""";

    private final Database database;

    CaptureStateRepository(Database database) {
        this.database = database;
    }

    @Override
    public void start(String documentId, Instant due) {
        database.sql("""
                insert into capture_state as c (document_id, next_attempt_at) values (:documentId, :due)
                on conflict (document_id) do update set next_attempt_at = least(c.next_attempt_at, excluded.next_attempt_at),
                    claimed_by = null, claimed_until = null""").bind("documentId", documentId).bind("due", due).update();
    }

    @Override
    public void stop(String documentId) {
        database.sql("""
                insert into capture_state (document_id) values (:documentId)
                on conflict (document_id) do update set next_attempt_at = null, claimed_by = null, claimed_until = null""").bind("documentId", documentId).update();
    }

    @Override
    public void hold(Collection<String> documentIds, Instant until) {
        database.sql(
                        "select 1 from capture_state where document_id = any (:documentIds) order by document_id for update")
                .bind("documentIds", documentIds)
                .list(row -> 1);
        database.sql("""
                update capture_state set claimed_by = null, claimed_until = null,
                    next_attempt_at = greatest(next_attempt_at, :until)
                where document_id = any (:documentIds) and next_attempt_at is not null""").bind("until", until).bind("documentIds", documentIds).update();
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

    /** The states of the documents whose claims still hold, by token. */
    Map<String, CaptureState> find(Collection<Claim> claims) {
        return read(SELECT, claims);
    }

    /** The same, and nobody else writes the row before the transaction ends. */
    Map<String, CaptureState> lock(Claim claim) {
        return read(SELECT + " for update of c", List.of(claim));
    }

    /**
     * The same of many. Rows that somebody else has are left out: who holds locks and waits for another can wait in a circle.
     */
    Map<String, CaptureState> lockFree(Collection<Claim> claims) {
        return read(SELECT + " for update of c skip locked", claims);
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
        database.sql("update capture_state set read_definition = :readingHash, read_extractor = :extractor,"
                        + " validators = '[]' where document_id = :id")
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
