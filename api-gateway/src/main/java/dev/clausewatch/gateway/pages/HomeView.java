package dev.clausewatch.gateway.pages;

import dev.clausewatch.gateway.changes.ChangeParameters;
import dev.clausewatch.gateway.changes.ChangeSummary;
import dev.clausewatch.gateway.documents.Unprocessed;
import dev.clausewatch.gateway.platforms.Platform;
import dev.clausewatch.gateway.register.Register;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The page of the latest changes.
 *
 * @param health how many sources are in each state
 * @param missing what could not be processed of the one document that was chosen
 * @param days the changes, by the day their text was first seen
 * @param platforms to choose from
 * @param areas to choose from
 * @param filter what was chosen
 * @param next address of older changes
 * @param first whether this is the first page
 */
public record HomeView(
        List<HealthCount> health,
        List<Unprocessed> missing,
        List<Day> days,
        List<Option> platforms,
        List<Option> areas,
        Filter filter,
        @Nullable String next,
        boolean first) {

    /** The changes of a day. */
    public record Day(String name, List<Row> rows) {}

    /** A change with the titles of its areas, and a sentence that says what it is. */
    public record Row(ChangeSummary change, List<Register.Titled> areas, String headline) {}

    /** A choice of a list. */
    public record Option(String value, String label, boolean selected) {}

    /** What was chosen besides platform and area. */
    public record Filter(
            List<Option> severities,
            List<Option> kinds,
            boolean alertsOnly,
            @Nullable String document,
            String since,
            String until,
            boolean any) {}

    static List<Day> days(List<ChangeSummary> changes, Register register) {
        Map<String, List<Row>> days = new LinkedHashMap<>();
        for (ChangeSummary change : changes) {
            days.computeIfAbsent(DisplayText.day(change.firstSeenAt()), day -> new ArrayList<>())
                    .add(row(change, register));
        }
        return days.entrySet().stream()
                .map(day -> new Day(day.getKey(), List.copyOf(day.getValue())))
                .toList();
    }

    private static Row row(ChangeSummary change, Register register) {
        String told = change.headline() == null ? change.summary() : change.headline();
        return new Row(
                change,
                change.areas().stream().map(register::area).toList(),
                told == null || told.isBlank() ? DisplayText.explanation(change.kind(), change.imported()) : told);
    }

    static List<Option> platforms(List<Platform> platforms, @Nullable String chosen) {
        return platforms.stream()
                .map(platform -> new Option(
                        platform.slug(), platform.name(), platform.slug().equals(chosen)))
                .toList();
    }

    static List<Option> areas(List<Register.Titled> areas, @Nullable String chosen) {
        return areas.stream()
                .map(area -> new Option(area.id(), area.title(), area.id().equals(chosen)))
                .toList();
    }

    static Filter filter(ChangeParameters given) {
        boolean alertsOnly = "true".equals(given.alert);
        boolean any = alertsOnly
                || isSet(given.platform)
                || isSet(given.area)
                || isSet(given.severity)
                || isSet(given.kind)
                || isSet(given.document)
                || isSet(given.since)
                || isSet(given.until);
        return new Filter(
                options(List.of("low", "medium", "high"), given.severity),
                options(
                        List.of("substantive", "editorial", "reverted", "baseline", "technical", "suspect"),
                        given.kind),
                alertsOnly,
                isSet(given.document) ? given.document : null,
                Objects.requireNonNullElse(given.since, ""),
                Objects.requireNonNullElse(given.until, ""),
                any);
    }

    private static List<Option> options(List<String> values, @Nullable String chosen) {
        return values.stream()
                .map(value ->
                        new Option(value, DisplayText.label(value.toUpperCase(Locale.ROOT)), value.equals(chosen)))
                .toList();
    }

    private static boolean isSet(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
