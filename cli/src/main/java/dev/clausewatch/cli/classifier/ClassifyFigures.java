package dev.clausewatch.cli.classifier;

import dev.clausewatch.events.Areas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How well types and areas of provisions were found. */
final class ClassifyFigures {

    /** The areas that are measured apart ({@code taxonomy.md}). */
    static final List<String> FIRST_FOUR =
            List.of(Areas.COPYRIGHT, Areas.FTC_SECTION_5, Areas.EU_COMPETITION, Areas.EU_AI_ACT);

    private final LabelFigures types = new LabelFigures();
    private final LabelFigures areas = new LabelFigures();
    private final CalibrationFigures calibration = new CalibrationFigures();

    /**
     * What was found in one provision, and what is there.
     *
     * @param found types with their confidences
     */
    record Outcome(
            String service,
            List<String> types,
            List<String> areas,
            Map<String, Double> found,
            List<String> foundAreas) {}

    static ClassifyFigures of(List<Outcome> outcomes) {
        ClassifyFigures figures = new ClassifyFigures();
        for (Outcome outcome : outcomes) {
            figures.types.add(outcome.types(), outcome.found().keySet());
            figures.areas.add(outcome.areas(), outcome.foundAreas());
            outcome.found()
                    .forEach((type, confidence) ->
                            figures.calibration.add(confidence, outcome.types().contains(type)));
        }
        return figures;
    }

    LabelFigures types() {
        return types;
    }

    LabelFigures areas() {
        return areas;
    }

    CalibrationFigures calibration() {
        return calibration;
    }

    /** By the names that the last line has them under, in its order. */
    Map<String, Double> byName() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("type-micro-f1", types.microF1());
        figures.put("type-macro-f1", types.macroF1());
        figures.put("area-macro-f1", areas.macroF1());
        figures.put("first-four-macro-f1", areas.macroF1(FIRST_FOUR));
        figures.put("calibration-error", calibration.error());
        return figures;
    }
}
