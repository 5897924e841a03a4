package dev.clausewatch.cli.classifier;

import dev.clausewatch.events.Direction;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.Severity;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How well the materiality, the areas, the direction, the severity and the types of the differences of changes were found, and which would
 * alert. What no row has a label of is no figure.
 */
final class ChangesFigures {

    private static final List<String> NONE = List.of("none");

    private final LabelFigures materialities = new LabelFigures();
    private final LabelFigures areas = new LabelFigures();
    private final LabelFigures directions = new LabelFigures();
    private final LabelFigures severities = new LabelFigures();
    private final LabelFigures differences = new LabelFigures();
    private final Map<Materiality, int[]> alerts = new EnumMap<>(Materiality.class);
    private int opposite;
    private int directed;
    private int farOff;
    private int rated;

    /**
     * What a change is, or is said to be.
     *
     * @param differenceTypes absent where nobody was asked, and so are the direction and the severity
     */
    record Label(
            Materiality materiality,
            List<String> areas,
            @Nullable Direction direction,
            @Nullable Severity severity,
            @Nullable List<String> differenceTypes) {}

    /** What is there in one change, and what was found. */
    record Outcome(String service, Label truth, Label found, boolean alert) {}

    static ChangesFigures of(List<Outcome> outcomes) {
        ChangesFigures figures = new ChangesFigures();
        outcomes.forEach(figures::add);
        return figures;
    }

    private void add(Outcome outcome) {
        Label truth = outcome.truth();
        Label found = outcome.found();
        materialities.add(List.of(printed(truth.materiality())), List.of(printed(found.materiality())));
        areas.add(truth.areas(), found.areas());
        int[] count = alerts.computeIfAbsent(truth.materiality(), materiality -> new int[2]);
        count[0]++;
        count[1] += outcome.alert() ? 1 : 0;
        Direction direction = truth.direction();
        if (direction != null) {
            directed++;
            opposite += isOpposite(direction, found.direction()) ? 1 : 0;
            directions.add(List.of(printed(direction)), said(found.direction()));
        }
        Severity severity = truth.severity();
        if (severity != null) {
            rated++;
            farOff += isFarOff(severity, found.severity()) ? 1 : 0;
            severities.add(List.of(printed(severity)), said(found.severity()));
        }
        List<String> types = truth.differenceTypes();
        if (types != null) {
            differences.add(types, found.differenceTypes() == null ? List.of() : found.differenceTypes());
        }
    }

    private static boolean isOpposite(Direction truth, @Nullable Direction found) {
        return (truth == Direction.WORSE && found == Direction.BETTER)
                || (truth == Direction.BETTER && found == Direction.WORSE);
    }

    private static boolean isFarOff(Severity truth, @Nullable Severity found) {
        return (truth == Severity.HIGH && found == Severity.LOW) || (truth == Severity.LOW && found == Severity.HIGH);
    }

    LabelFigures materialities() {
        return materialities;
    }

    LabelFigures areas() {
        return areas;
    }

    LabelFigures directions() {
        return directions;
    }

    LabelFigures severities() {
        return severities;
    }

    /** By the names that the last line has them under, in its order; those that the labels allow. */
    Map<String, Double> byName() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("materiality-macro-f1", materialities.macroF1());
        figures.put("material-recall", alerted(Materiality.MATERIAL));
        figures.put("minor-alerted", alerted(Materiality.MINOR));
        figures.put("editorial-suppressed", 1 - alerted(Materiality.EDITORIAL));
        figures.put("first-four-macro-f1", areas.macroF1(ClassifyFigures.FIRST_FOUR));
        if (directed > 0) {
            figures.put("direction-macro-f1", directions.macroF1());
            figures.put("opposite", (double) opposite / directed);
        }
        if (rated > 0) {
            figures.put("severity-macro-f1", severities.macroF1());
            figures.put("far-off", (double) farOff / rated);
        }
        if (!differences.rows().isEmpty()) {
            figures.put("difference-micro-f1", differences.microF1());
        }
        return figures;
    }

    /** All names of the last line, in its order. */
    static final List<String> NAMES = List.of(
            "materiality-macro-f1",
            "material-recall",
            "minor-alerted",
            "editorial-suppressed",
            "first-four-macro-f1",
            "direction-macro-f1",
            "opposite",
            "severity-macro-f1",
            "far-off",
            "difference-micro-f1");

    private double alerted(Materiality of) {
        int[] count = alerts.getOrDefault(of, new int[] {0, 0});
        return count[0] == 0 ? 0 : (double) count[1] / count[0];
    }

    private static List<String> said(@Nullable Enum<?> found) {
        return found == null ? NONE : List.of(printed(found));
    }

    /** As rows and tables have it. */
    static String printed(Enum<?> label) {
        return label.name().toLowerCase(Locale.ROOT);
    }
}
