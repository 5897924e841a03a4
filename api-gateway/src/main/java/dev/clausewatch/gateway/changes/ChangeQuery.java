package dev.clausewatch.gateway.changes;

import dev.clausewatch.events.Severity;
import dev.clausewatch.gateway.http.Cursor;
import dev.clausewatch.gateway.readmodel.Meanings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filter and a cursor as SQL: conditions with their parameters. */
final class ChangeQuery {

    /** By when the text was first seen; cursors of lists in another order are refused. */
    static final String LIST = "changes-by-first-seen";

    /** Of a change that was withdrawn or superseded before it was told. */
    private static final String NOT_TOLD =
            "exists (select 1 from read.settlement s where s.change_id = c.change_id and s.settled_as in ('WITHDRAWN', 'SUPERSEDED'))";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    ChangeQuery(ChangeFilter filter, @Nullable Cursor cursor) {
        add("(c.platform_slug = :platform or lower(c.platform) = lower(:platform))", "platform", filter.platform());
        add("c.document_id = :document", "document", filter.document());
        add("lower(c.terms_type) = lower(:termsType)", "termsType", filter.termsType());
        add("c.kind = :kind", "kind", filter.kind());
        add("c.to_first_seen_at >= :since", "since", filter.since());
        add("c.to_first_seen_at < :until", "until", filter.until());
        add("c.areas @> :area", "area", one(filter.area()));
        add("c.types @> :type", "type", one(filter.type()));
        severity(filter.severity());
        sameProvision(filter);
        alert(filter.alert());
        if (cursor != null) {
            add("(c.to_first_seen_at, c.change_id) < (:lastSeenAt, :lastId)", "lastSeenAt", cursor.time(0));
            parameters.put("lastId", cursor.key(1));
        }
    }

    /** The cursor behind a change. */
    static Cursor after(ChangeSummary last) {
        return new Cursor(LIST, List.of(last.firstSeenAt().toString(), last.id()));
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void severity(@Nullable Severity atLeast) {
        if (atLeast != null) {
            add(
                    "c.severity = any (:severities)",
                    "severities",
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
                "(c.meanings is null or c.meanings @> any (cast(:meanings as jsonb[])))",
                "meanings",
                Meanings.asked(filter.severity(), filter.area(), filter.type()));
    }

    private void alert(@Nullable Boolean alert) {
        if (alert != null) {
            conditions.add(
                    alert ? "c.alert and not " + NOT_TOLD : "(c.alert is distinct from true or " + NOT_TOLD + ")");
        }
    }

    private void add(String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(parameter, value);
        }
    }

    private static @Nullable List<String> one(@Nullable String value) {
        return value == null ? null : List.of(value);
    }
}
