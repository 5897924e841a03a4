package dev.clausewatch.gateway.changes;

import dev.clausewatch.events.Severity;
import dev.clausewatch.gateway.http.Cursor;
import dev.clausewatch.gateway.readmodel.Meanings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filter and a cursor as SQL: conditions with their parameters, in step. */
final class ChangeQuery {

    /** By when the text was first seen; cursors of lists in another order are refused. */
    static final String LIST = "changes-by-first-seen";

    private static final String NOT_TOLD =
            "exists (select 1 from read.settlement s where s.change_id = c.change_id and s.settled_as in ('WITHDRAWN', 'SUPERSEDED'))";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    ChangeQuery(ChangeFilter filter, @Nullable Cursor cursor) {
        if (filter.platform() != null) {
            add("(c.platform_slug = ? or lower(c.platform) = lower(?))", filter.platform(), filter.platform());
        }
        add("c.document_id = ?", filter.document());
        add("lower(c.terms_type) = lower(?)", filter.termsType());
        add("c.kind = ?", filter.kind());
        add("c.to_first_seen_at >= ?", filter.since());
        add("c.to_first_seen_at < ?", filter.until());
        add("c.areas @> ?", one(filter.area()));
        add("c.types @> ?", one(filter.type()));
        severity(filter.severity());
        sameProvision(filter);
        alert(filter.alert());
        if (cursor != null) {
            Instant firstSeenAt = cursor.time(0);
            add("(c.to_first_seen_at, c.change_id) < (?, ?)", firstSeenAt, cursor.key(1));
        }
    }

    /** The cursor behind a change. */
    static Cursor after(ChangeSummary last) {
        return new Cursor(LIST, List.of(last.firstSeenAt().toString(), last.id()));
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    List<Object> parameters(int limit) {
        List<Object> all = new ArrayList<>(parameters);
        all.add(limit);
        return all;
    }

    private void severity(@Nullable Severity atLeast) {
        if (atLeast != null) {
            add(
                    "c.severity = any (?)",
                    EnumSet.range(atLeast, Severity.HIGH).stream()
                            .map(Enum::name)
                            .toList());
        }
    }

    /** What is asked of a change's meaning holds of one of its provisions. A row of the release before does not tell its provisions. */
    private void sameProvision(ChangeFilter filter) {
        if (filter.severity() == null && filter.area() == null && filter.type() == null) {
            return;
        }
        add(
                "(c.meanings is null or c.meanings @> any (cast(? as jsonb[])))",
                Meanings.asked(filter.severity(), filter.area(), filter.type()));
    }

    private void alert(@Nullable Boolean alert) {
        if (alert != null) {
            conditions.add(
                    alert ? "c.alert and not " + NOT_TOLD : "(c.alert is distinct from true or " + NOT_TOLD + ")");
        }
    }

    private void add(String condition, @Nullable Object... values) {
        for (Object value : values) {
            if (value == null) {
                return;
            }
            parameters.add(value);
        }
        conditions.add(condition);
    }

    private static @Nullable List<String> one(@Nullable String value) {
        return value == null ? null : List.of(value);
    }
}
