package dev.clausewatch.cli.classifier;

import dev.clausewatch.events.Materiality;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How well the materiality and the areas of changes were found, and which would alert. */
final class ChangesFigures {

    private final LabelFigures materialities = new LabelFigures();
    private final LabelFigures areas = new LabelFigures();
    private final Map<Materiality, int[]> alerts = new EnumMap<>(Materiality.class);

    /** What was found in one change, and what is there. */
    record Outcome(
            String service,
            Materiality materiality,
            List<String> areas,
            Materiality found,
            List<String> foundAreas,
            boolean alert) {}

    static ChangesFigures of(List<Outcome> outcomes) {
        ChangesFigures figures = new ChangesFigures();
        outcomes.forEach(figures::add);
        return figures;
    }

    private void add(Outcome outcome) {
        materialities.add(List.of(printed(outcome.materiality())), List.of(printed(outcome.found())));
        areas.add(outcome.areas(), outcome.foundAreas());
        int[] count = alerts.computeIfAbsent(outcome.materiality(), truth -> new int[2]);
        count[0]++;
        count[1] += outcome.alert() ? 1 : 0;
    }

    LabelFigures materialities() {
        return materialities;
    }

    LabelFigures areas() {
        return areas;
    }

    /** By the names that the last line has them under, in its order. */
    Map<String, Double> byName() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("materiality-macro-f1", materialities.macroF1());
        figures.put("material-recall", alerted(Materiality.MATERIAL));
        figures.put("minor-alerted", alerted(Materiality.MINOR));
        figures.put("editorial-suppressed", 1 - alerted(Materiality.EDITORIAL));
        figures.put("first-four-macro-f1", areas.macroF1(ClassifyFigures.FIRST_FOUR));
        return figures;
    }

    private double alerted(Materiality of) {
        int[] count = alerts.getOrDefault(of, new int[] {0, 0});
        return count[0] == 0 ? 0 : (double) count[1] / count[0];
    }

    /** As rows and tables have it. */
    static String printed(Materiality materiality) {
        return materiality.name().toLowerCase(Locale.ROOT);
    }
}
