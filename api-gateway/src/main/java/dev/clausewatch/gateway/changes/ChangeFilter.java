package dev.clausewatch.gateway.changes;

import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.Severity;
import dev.clausewatch.runtime.http.Parameters;
import dev.clausewatch.runtime.http.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which changes are wanted; what is null does not matter. Area, type and severity are asked of one and the same provision.
 *
 * @param platform slug or name
 * @param document id
 * @param termsType in any case
 * @param area id of a regulatory area
 * @param type id of what a provision does
 * @param severity at least this
 * @param kind exactly this
 * @param alert true: those that are told to subscribers, left out what was withdrawn or superseded before; false: the others
 * @param since its text was first seen then or later
 * @param until its text was first seen before
 */
public record ChangeFilter(
        @Nullable String platform,
        @Nullable String document,
        @Nullable String termsType,
        @Nullable String area,
        @Nullable String type,
        @Nullable Severity severity,
        @Nullable ChangeKind kind,
        @Nullable Boolean alert,
        @Nullable Instant since,
        @Nullable Instant until) {

    /** A filter out of query parameters. */
    public static ChangeFilter read(ChangeParameters given) {
        Instant since = Parameters.time("since", given.since);
        Instant until = Parameters.time("until", given.until);
        if (since != null && until != null && since.isAfter(until)) {
            throw Problem.parameter("until", String.valueOf(given.until), "it is before since", List.of());
        }
        return new ChangeFilter(
                Parameters.text(given.platform),
                Parameters.text(given.document),
                Parameters.text(given.termsType),
                Parameters.text(given.area),
                Parameters.text(given.type),
                Parameters.choice("severity", given.severity, Severity.class),
                Parameters.choice("kind", given.kind, ChangeKind.class),
                Parameters.flag("alert", given.alert),
                since,
                until);
    }
}
