package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.taxonomy.Register;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeMeaning;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Difference;
import dev.clausewatch.events.Direction;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.Severity;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a change means as a whole, from what it means for each of its provisions. */
final class ChangeMeanings {

    private final Register register;

    ChangeMeanings(Register register) {
        this.register = register;
    }

    /**
     * The meaning of a change.
     *
     * @param note why nothing could be assessed; absent where it could
     */
    Classified of(ChangeDetected change, List<Assessed> assessed, Materiality threshold, @Nullable String note) {
        List<ClassifiedProvision> provisions =
                assessed.stream().map(Assessed::provision).toList();
        List<Assessed> mattering = mattering(assessed);
        List<String> types = types(mattering);
        Materiality materiality = materiality(provisions);
        AlertDecision decision = AlertDecision.of(change, provisions, materiality, threshold);
        String summary = ChangeSummary.of(change, note == null ? mattering : List.of());
        return new Classified(
                provisions,
                new ChangeMeaning(
                        types,
                        register.areasOf(types),
                        materiality,
                        severity(mattering),
                        direction(mattering),
                        ChangeHeadline.of(change, mattering),
                        note == null ? summary : summary + " " + note,
                        decision.alert(),
                        decision.reason()));
    }

    /** The provisions whose change matters, or may, the worst first; all of them, when none does. */
    private static List<Assessed> mattering(List<Assessed> provisions) {
        List<Assessed> mattering = provisions.stream().filter(Assessed::matters).toList();
        return (mattering.isEmpty() ? provisions : mattering)
                .stream().sorted(WorstFirst.ORDER).toList();
    }

    /** The highest that is known; unknown, where what could not be assessed may be higher than what is known to matter little. */
    private static Materiality materiality(List<ClassifiedProvision> provisions) {
        Materiality highest = provisions.stream()
                .map(ClassifiedProvision::materiality)
                .filter(one -> one != Materiality.UNKNOWN)
                .max(Comparator.naturalOrder())
                .orElse(Materiality.EDITORIAL);
        boolean unknown = provisions.stream().anyMatch(one -> one.materiality() == Materiality.UNKNOWN);
        return unknown && highest != Materiality.MATERIAL ? Materiality.UNKNOWN : highest;
    }

    private static List<String> types(List<Assessed> provisions) {
        Set<String> types = new LinkedHashSet<>();
        provisions.forEach(assessed -> types.addAll(assessed.types()));
        return List.copyOf(types);
    }

    private static @Nullable Severity severity(List<Assessed> provisions) {
        return provisions.stream()
                .map(Assessed::provision)
                .map(ClassifiedProvision::severity)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Of the provisions of the highest severity: the rest does not turn round what is worst. */
    private static @Nullable Direction direction(List<Assessed> provisions) {
        Severity highest = severity(provisions);
        if (highest == null) {
            return null;
        }
        Set<Direction> directions = EnumSet.noneOf(Direction.class);
        for (Assessed assessed : provisions) {
            Difference difference = assessed.provision().difference();
            if (assessed.provision().severity() == highest && difference != null) {
                directions.add(Objects.requireNonNullElse(difference.direction(), Direction.UNKNOWN));
            }
        }
        directions.remove(Direction.UNKNOWN);
        if (directions.size() > 1) {
            directions.remove(Direction.NEUTRAL);
        }
        return directions.isEmpty()
                ? null
                : directions.size() == 1 ? directions.iterator().next() : Direction.MIXED;
    }
}
