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

    private final Map<String, Object> parameters = new HashMap<>();
    private final List<String> conditions = new ArrayList<>();

    ChangeQuery(ChangeFilter filter, @Nullable Cursor cursor) {
        when(filter);
        what(filter, "c", conditions);
        behind(cursor);
    }

    private ChangeQuery() {}

    /** The same changes, and the returns that undo one of them: who reads of a change reads that it was taken back. */
    static ChangeQuery withReturns(ChangeFilter filter, @Nullable Cursor cursor) {
        ChangeQuery query = new ChangeQuery();
        query.when(filter);
        List<String> own = new ArrayList<>();
        query.what(filter, "c", own);
        if (!own.isEmpty()) {
            List<String> undone = new ArrayList<>();
            query.what(filter, "gone", undone);
            query.conditions.add("(" + String.join(" and ", own) + " or " + undoesOneThat(undone) + ")");
        }
        query.behind(cursor);
        return query;
    }

    private void when(ChangeFilter filter) {
        add(conditions, "c.to_first_seen_at >= :since", "since", filter.since());
        add(conditions, "c.to_first_seen_at < :until", "until", filter.until());
    }

    /** What is asked of a change, whenever it was; {@code row} names it in the statement. */
    private void what(ChangeFilter filter, String row, List<String> wanted) {
        add(
                wanted,
                "(%1$s.platform_slug = :platform or lower(%1$s.platform) = lower(:platform))".formatted(row),
                "platform",
                filter.platform());
        add(wanted, row + ".document_id = :document", "document", filter.document());
        add(wanted, "lower(" + row + ".terms_type) = lower(:termsType)", "termsType", filter.termsType());
        add(wanted, row + ".kind = :kind", "kind", filter.kind());
        add(wanted, row + ".areas @> :area", "area", one(filter.area()));
        add(wanted, row + ".types @> :type", "type", one(filter.type()));
        severity(filter.severity(), row, wanted);
        sameProvision(filter, row, wanted);
        alert(filter.alert(), row, wanted);
    }

    private void behind(@Nullable Cursor cursor) {
        if (cursor != null) {
            add(conditions, "(c.to_first_seen_at, c.change_id) < (:lastSeenAt, :lastId)", "lastSeenAt", cursor.time(0));
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

    private void severity(@Nullable Severity atLeast, String row, List<String> wanted) {
        if (atLeast != null) {
            add(
                    wanted,
                    row + ".severity = any (:severities)",
                    "severities",
                    EnumSet.range(atLeast, Severity.HIGH).stream()
                            .map(Enum::name)
                            .toList());
        }
    }

    /** What is asked of a change's meaning holds of one of its provisions. A row of the release before does not tell its provisions. */
    private void sameProvision(ChangeFilter filter, String row, List<String> wanted) {
        if (filter.severity() == null && filter.area() == null && filter.type() == null) {
            return;
        }
        add(
                wanted,
                "(%1$s.meanings is null or %1$s.meanings @> any (cast(:meanings as jsonb[])))".formatted(row),
                "meanings",
                Meanings.asked(filter.severity(), filter.area(), filter.type()));
    }

    private static void alert(@Nullable Boolean alert, String row, List<String> wanted) {
        if (alert != null) {
            String notTold = notTold(row);
            wanted.add(
                    alert
                            ? row + ".alert and not " + notTold
                            : "(" + row + ".alert is distinct from true or " + notTold + ")");
        }
    }

    private void add(List<String> wanted, String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            wanted.add(condition);
            parameters.put(parameter, value);
        }
    }

    private static @Nullable List<String> one(@Nullable String value) {
        return value == null ? null : List.of(value);
    }

    /** Of a change that was withdrawn or superseded before it was told. */
    private static String notTold(String row) {
        return "exists (select 1 from read.settlement s where s.change_id = " + row
                + ".change_id and s.settled_as in ('WITHDRAWN', 'SUPERSEDED'))";
    }

    /** Rows of releases that did not keep what a return undoes have it in their event. */
    private static String undoesOneThat(List<String> conditions) {
        return """
                c.kind = 'REVERTED' and exists (select 1 from read.change gone
                    where gone.change_id = any (coalesce(c.reverts, array(select json_array_elements_text(
                        case c.event_type when 'CHANGE_CLASSIFIED' then cast(convert_from(c.event, 'UTF8') as json) -> 'change' -> 'reverts'
                            else cast(convert_from(c.event, 'UTF8') as json) -> 'reverts' end)))) and\s""" + String.join(" and ", conditions) + ")";
    }
}
