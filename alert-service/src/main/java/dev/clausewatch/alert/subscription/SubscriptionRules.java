package dev.clausewatch.alert.subscription;

import dev.clausewatch.filter.Filter;
import dev.clausewatch.filter.FilterFields;
import dev.clausewatch.filter.FilterProblem;
import dev.clausewatch.runtime.http.Problem;
import dev.clausewatch.runtime.http.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Validates a subscription request field by field; each violation says what to send instead. */
final class SubscriptionRules {

    private static final String NO_TEXT = "holds a control character";
    private static final int NAME_LENGTH = 200;
    private static final int LIST_LENGTH = 100;
    private static final int VALUE_LENGTH = 300;
    private static final int FILTER_LENGTH = 16 * 1024;

    private static final String EVENTS =
            Arrays.stream(EventGroup.values()).map(EventGroup::code).collect(Collectors.joining(", "));

    private final DestinationRules destinations;

    SubscriptionRules(DestinationRules destinations) {
        this.destinations = destinations;
    }

    /** A request for a new subscription, or for one that there is already, as values, or why it cannot be one. */
    ValidationResult judge(SubscriptionRequest request, boolean isNew) {
        List<Violation> violations = new ArrayList<>();
        String name = name(request.name(), violations);
        DestinationAddress destination = destinations.judge(request.url(), request.destination(), violations);
        Filter filter = filter(request.filter(), violations);
        Set<EventGroup> events = events(request.events(), violations);
        if (isNew && request.active() != null) {
            violations.add(new Violation("active", "a new subscription is active", "leave it out"));
        }
        return name == null || destination == null || !violations.isEmpty()
                ? new ValidationResult.Refused(violations)
                : new ValidationResult.Valid(name, destination, filter, events);
    }

    private static @Nullable String name(@Nullable String name, List<Violation> violations) {
        if (name == null || name.isBlank()) {
            violations.add(new Violation("name", "is missing or blank", "say in a few words who is told"));
            return null;
        }
        if (name.length() > NAME_LENGTH) {
            violations.add(
                    new Violation("name", "is longer than " + NAME_LENGTH + " characters", "choose a shorter name"));
            return null;
        }
        if (!isText(name)) {
            violations.add(new Violation("name", NO_TEXT, "leave such characters out"));
            return null;
        }
        return name.strip();
    }

    private static Filter filter(@Nullable FilterFields asked, List<Violation> violations) {
        Filter.unknownAreas(asked).forEach(problem -> violations.add(violation(problem)));
        return switch (Filter.read(asked)) {
            case Filter.Reading.Good good -> bounded(good.filter(), violations);
            case Filter.Reading.Bad bad -> {
                bad.problems().forEach(problem -> violations.add(violation(problem)));
                yield Filter.EVERYTHING;
            }
        };
    }

    /** All filters are kept in memory. */
    private static Filter bounded(Filter filter, List<Violation> violations) {
        if (StoredFilter.write(filter).length() > FILTER_LENGTH) {
            violations.add(new Violation(
                    "filter",
                    "is longer than " + FILTER_LENGTH + " characters of JSON",
                    "make several subscriptions of it"));
        }
        return filter;
    }

    private static Violation violation(FilterProblem problem) {
        String value = problem.value();
        return new Violation(
                "filter." + problem.field(),
                value == null ? problem.reason() : problem.reason() + ": " + Problem.shown(value),
                problem.remedy());
    }

    private static Set<EventGroup> events(@Nullable List<@Nullable String> codes, List<Violation> violations) {
        if (codes == null) {
            return Set.of(EventGroup.CHANGES);
        }
        Set<EventGroup> groups = EnumSet.noneOf(EventGroup.class);
        List<String> given = values("events", codes, violations);
        for (int i = 0; i < given.size(); i++) {
            Optional<EventGroup> group = EventGroup.byCode(given.get(i));
            group.ifPresent(groups::add);
            if (group.isEmpty()) {
                violations.add(new Violation(
                        "events[" + i + "]",
                        "is nothing to hear of: " + Problem.shown(given.get(i)),
                        "one of " + EVENTS));
            }
        }
        if (codes.isEmpty()) {
            violations.add(new Violation("events", "is empty", "some of " + EVENTS + ", or leave it out"));
        }
        return groups;
    }

    private static List<String> values(
            String field, @Nullable List<@Nullable String> values, List<Violation> violations) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > LIST_LENGTH) {
            violations.add(new Violation(
                    field, "has more than " + LIST_LENGTH + " entries", "make several subscriptions of it"));
            return List.of();
        }
        List<String> good = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            @Nullable String value = values.get(i);
            if (value != null && !isText(value)) {
                violations.add(new Violation(field + "[" + i + "]", NO_TEXT, "leave such characters out"));
            } else if (value == null || value.isBlank() || value.length() > VALUE_LENGTH) {
                violations.add(new Violation(
                        field + "[" + i + "]",
                        "is blank or longer than " + VALUE_LENGTH + " characters",
                        "leave it out or name what is meant"));
            } else {
                good.add(value.strip());
            }
        }
        return good;
    }

    private static boolean isText(String value) {
        return value.chars().noneMatch(Character::isISOControl);
    }

    /** What came of a request. */
    sealed interface ValidationResult {

        /** As values. */
        record Valid(String name, DestinationAddress destination, Filter filter, Set<EventGroup> events)
                implements ValidationResult {

            public Valid {
                events = Set.copyOf(events);
            }
        }

        /** At least one field is wrong. */
        record Refused(List<Violation> violations) implements ValidationResult {}
    }
}
