package dev.clausewatch.filter;

import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.Severity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Validates fields of a filter and makes criteria of them; each problem says what to send instead. Use it once. */
final class FilterReader {

    private static final int LIST_LENGTH = 100;
    private static final int VALUE_LENGTH = 300;
    private static final int TAG_LENGTH = 35;
    private static final String CONTROL = "holds a control character";
    private static final String WITHOUT = "leave such characters out";

    private final List<FilterProblem> problems = new ArrayList<>();
    private final List<Criterion> criteria = new ArrayList<>();

    Filter.Reading read(FilterFields given) {
        List<String> platforms = names("platforms", given.platforms(), Criterion.Platforms::new);
        List<String> termsTypes = names("termsTypes", given.termsTypes(), Criterion.TermsTypes::new);
        List<String> documents = ids("documents", given.documents(), Criterion.Documents::new);
        List<String> languages = tags(
                "languages", given.languages(), "is no language tag", "such as en or de-AT", Criterion.Languages::new);
        List<String> jurisdictions = tags(
                "jurisdictions",
                given.jurisdictions(),
                "is no code of a jurisdiction",
                "such as DE, US-CA or EU",
                Criterion.Jurisdictions::new);
        List<String> kinds = choices(
                "kinds",
                given.kinds(),
                "is no kind of change",
                ChangeKind.class,
                ChangeKind.UNKNOWN,
                Criterion.Kinds::new);
        List<String> areas = ids("areas", given.areas(), Criterion.Areas::new);
        String minSeverity = choice(
                "minSeverity",
                given.minSeverity(),
                "is no severity",
                Severity.class,
                Severity.UNKNOWN,
                Criterion.MinSeverity::new);
        List<String> provisions = ids("provisions", given.provisions(), Criterion.Provisions::new);
        List<String> types = ids("types", given.types(), Criterion.Types::new);
        List<String> instruments = ids("instruments", given.instruments(), Criterion.Instruments::new);
        List<String> directions = choices(
                "directions",
                given.directions(),
                "is no direction",
                WantedDirection.class,
                null,
                Criterion.Directions::new);
        String minMateriality = choice(
                "minMateriality",
                given.minMateriality(),
                "is no materiality",
                Materiality.class,
                Materiality.UNKNOWN,
                Criterion.MinMateriality::new);
        String words = words(given.words());
        if (!problems.isEmpty()) {
            return new Filter.Reading.Bad(problems);
        }
        FilterFields fields = new FilterFields(
                nullable(platforms),
                nullable(termsTypes),
                nullable(documents),
                nullable(areas),
                minSeverity,
                nullable(provisions),
                nullable(types),
                nullable(instruments),
                nullable(directions),
                minMateriality,
                nullable(kinds),
                nullable(languages),
                nullable(jurisdictions),
                words);
        return new Filter.Reading.Good(new Filter(fields, criteria));
    }

    /** Lists of fields may hold nothing; these hold none. */
    private static List<@Nullable String> nullable(List<String> values) {
        return new ArrayList<>(values);
    }

    private List<String> names(
            String field, @Nullable List<@Nullable String> given, Function<Set<String>, Criterion> criterion) {
        List<String> values = values(field, given);
        ask(values.stream().map(value -> value.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()), criterion);
        return values;
    }

    private List<String> ids(
            String field, @Nullable List<@Nullable String> given, Function<Set<String>, Criterion> criterion) {
        List<String> values = values(field, given);
        ask(Set.copyOf(values), criterion);
        return values;
    }

    private List<String> tags(
            String field,
            @Nullable List<@Nullable String> given,
            String reason,
            String remedy,
            Function<Set<String>, Criterion> criterion) {
        List<String> values = values(field, given);
        for (int i = 0; i < values.size(); i++) {
            if (!isTag(values.get(i))) {
                problems.add(new FilterProblem(field + "[" + i + "]", reason, values.get(i), remedy));
            }
        }
        ask(Set.copyOf(values), criterion);
        return values;
    }

    private static boolean isTag(String value) {
        return value.length() >= 2
                && value.length() <= TAG_LENGTH
                && value.chars().allMatch(c -> c == '-' || (c < 128 && Character.isLetterOrDigit(c)))
                && value.charAt(0) != '-';
    }

    private <E extends Enum<E>> List<String> choices(
            String field,
            @Nullable List<@Nullable String> given,
            String reason,
            Class<E> type,
            @Nullable E ofANewerRelease,
            Function<Set<E>, Criterion> criterion) {
        Set<E> chosen = EnumSet.noneOf(type);
        List<String> values = values(field, given);
        for (int i = 0; i < values.size(); i++) {
            choice(field + "[" + i + "]", values.get(i), reason, type, ofANewerRelease)
                    .ifPresent(chosen::add);
        }
        ask(chosen, criterion);
        return chosen.stream().map(Enum::name).toList();
    }

    private <E extends Enum<E>> @Nullable String choice(
            String field,
            @Nullable String given,
            String reason,
            Class<E> type,
            E ofANewerRelease,
            Function<E, Criterion> criterion) {
        if (given == null) {
            return null;
        }
        Optional<E> chosen = choice(field, given, reason, type, ofANewerRelease);
        chosen.map(criterion).ifPresent(criteria::add);
        return chosen.map(Enum::name).orElse(null);
    }

    private <E extends Enum<E>> Optional<E> choice(
            String field, String given, String reason, Class<E> type, @Nullable E ofANewerRelease) {
        List<E> known = EnumSet.allOf(type).stream()
                .filter(value -> value != ofANewerRelease)
                .toList();
        String wanted = given.strip().toUpperCase(Locale.ROOT);
        Optional<E> chosen =
                known.stream().filter(value -> value.name().equals(wanted)).findFirst();
        if (chosen.isEmpty()) {
            problems.add(new FilterProblem(
                    field,
                    reason,
                    given,
                    "one of " + known.stream().map(Enum::name).collect(Collectors.joining(", "))));
        }
        return chosen;
    }

    private @Nullable String words(@Nullable String given) {
        if (given == null) {
            return null;
        }
        switch (WordQuery.read(given.strip())) {
            case WordQuery.Reading.Good good -> {
                if (isText(given)) {
                    criteria.add(new Criterion.Words(good.query()));
                } else {
                    problems.add(new FilterProblem("words", CONTROL, null, WITHOUT));
                }
            }
            case WordQuery.Reading.Bad bad ->
                problems.add(new FilterProblem("words", bad.reason(), null, bad.remedy()));
        }
        return given.strip();
    }

    private <T> void ask(Set<T> values, Function<Set<T>, Criterion> criterion) {
        if (!values.isEmpty()) {
            criteria.add(criterion.apply(values));
        }
    }

    private List<String> values(String field, @Nullable List<@Nullable String> values) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > LIST_LENGTH) {
            problems.add(new FilterProblem(
                    field, "has more than " + LIST_LENGTH + " entries", null, "make several subscriptions of it"));
            return List.of();
        }
        List<String> good = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            @Nullable String value = values.get(i);
            String place = field + "[" + i + "]";
            if (value != null && !isText(value)) {
                problems.add(new FilterProblem(place, CONTROL, null, WITHOUT));
            } else if (value == null || value.isBlank() || value.length() > VALUE_LENGTH) {
                problems.add(new FilterProblem(
                        place,
                        "is blank or longer than " + VALUE_LENGTH + " characters",
                        null,
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
}
