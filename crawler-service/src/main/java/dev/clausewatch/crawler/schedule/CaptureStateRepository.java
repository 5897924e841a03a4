package dev.clausewatch.crawler.schedule;

import dev.clausewatch.crawler.Json;
import dev.clausewatch.crawler.document.DocumentDefinition;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns of the table {@code document} that captures read and write. */
@ApplicationScoped
class CaptureStateRepository {

    private static final String SELECT = """
            select definition, consecutive_failures, failing_since, degraded, failure_reason, failure_detail,
                read_definition, read_extractor, validators from document
            where id = ? and claimed_by = ? and retired_at is null""";

    private final Database database;

    CaptureStateRepository(Database database) {
        this.database = database;
    }

    /** The document, if the claim still holds and it is still watched. */
    Optional<CaptureState> find(Claim claim) {
        return database.first(SELECT, CaptureStateRepository::read, claim.documentId(), claim.token());
    }

    /** The same, and nobody else writes the row before the transaction ends. */
    Optional<CaptureState> lock(Claim claim) {
        return database.first(SELECT + " for update", CaptureStateRepository::read, claim.documentId(), claim.token());
    }

    /** After a capture that worked: the claim ends. A request that came meanwhile makes the document due again. */
    void succeeded(
            Claim claim,
            CaptureState state,
            String extractor,
            @Nullable List<SourceValidators> validators,
            Instant now,
            Instant next) {
        database.update(
                """
                update document set consecutive_failures = 0, failing_since = null, degraded = false, failure_reason = null,
                    failure_detail = null, last_verified_at = ?, read_definition = ?, read_extractor = ?,
                    validators = coalesce(?::jsonb, validators), claimed_by = null, claimed_until = null,
                    next_attempt_at = case when requested_at > claimed_at then ? else ?::timestamptz end
                where id = ?""",
                now,
                state.definition().readingHash(),
                extractor,
                validators == null ? null : Json.write(validators),
                now,
                next,
                claim.documentId());
    }

    /** After a failure: the claim ends. */
    void failed(Claim claim, SourceHealth health, Instant now, Instant next) {
        database.update(
                """
                update document set consecutive_failures = ?, failing_since = ?, degraded = ?, failure_reason = ?,
                    failure_detail = ?, claimed_by = null, claimed_until = null,
                    next_attempt_at = case when requested_at > claimed_at then ? else ?::timestamptz end
                where id = ?""",
                health.consecutiveFailures(),
                health.failingSince(),
                health.degraded(),
                health.reason(),
                health.detail(),
                now,
                next,
                claim.documentId());
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
                Json.readList(row.text("validators"), SourceValidators.class));
    }
}
