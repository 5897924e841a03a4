package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.learn.DirectionModel;
import dev.clausewatch.events.Direction;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.ProvisionType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the words that changed in a provision come to: which of its types they concern, and for whom they are worse or better. */
final class DifferenceReader {

    /**
     * From this confidence on a material edit concerns a type of its clause even where it left the words that the type rests on; chosen on
     * the development changes, where 0.5 to 0.8 differ by less than a point.
     */
    private static final double SURE = 0.6;

    /** An edit of so few words concerns no type but those whose own words it touched, where there are such. */
    private static final int SMALL = 8;

    private final DirectionFeatures features;
    private final @Nullable DirectionModel model;

    /**
     * A reader.
     *
     * @param model absent while one is trained: no direction is then clear
     */
    DifferenceReader(DirectionFeatures features, @Nullable DirectionModel model) {
        this.features = features;
        this.model = model;
    }

    /**
     * Those types of a clause that the changed words concern: all, where it came or went as a whole; where it was edited, none unless the
     * edit is material, and then those whose own words came or went and, in a larger edit, those that the clause surely has.
     */
    static List<ProvisionType> types(List<ProvisionType> clause, Edit edit, Materiality materiality) {
        if (!MaterialityRules.isEdit(edit)) {
            return clause;
        }
        if (materiality != Materiality.MATERIAL) {
            return List.of();
        }
        List<ProvisionType> touched = clause.stream()
                .filter(type -> StandingTypes.touches(type, edit))
                .toList();
        return !touched.isEmpty() && edit.size() <= SMALL
                ? touched
                : clause.stream()
                        .filter(type -> type.confidence() >= SURE || touched.contains(type))
                        .toList();
    }

    /**
     * A direction with its reason.
     *
     * @param direction absent where it is not clear
     * @param reason absent where no words decided it
     */
    record Judged(@Nullable Direction direction, @Nullable String reason) {

        static final Judged UNCLEAR = new Judged(null, null);
    }

    Judged direction(Edit edit, Materiality materiality, Collection<String> types) {
        Optional<Judged> byFigure = features.byFigure(edit);
        if (byFigure.isPresent()) {
            return byFigure.get();
        }
        if (model == null) {
            return Judged.UNCLEAR;
        }
        DirectionFeatures.Reading reading = features.read(edit, materiality, types);
        Direction direction = model.judge(reading.features()).orElse(null);
        return new Judged(direction, direction == null ? null : reason(model, direction, reading.found()));
    }

    /** The features of an edit, to learn from. */
    Map<String, Double> features(Edit edit, Materiality materiality, Collection<String> types) {
        return features.read(edit, materiality, types).features();
    }

    private static @Nullable String reason(
            DirectionModel model, Direction direction, List<DirectionFeatures.Found> found) {
        if (direction != Direction.WORSE && direction != Direction.BETTER) {
            return null;
        }
        return model.strongest(
                        direction,
                        found.stream().map(DirectionFeatures.Found::feature).toList())
                .flatMap(feature -> found.stream()
                        .filter(one -> one.feature().equals(feature))
                        .findFirst())
                .map(one -> SeverityReasons.quoting(one.sentence(), one.words()))
                .orElse(null);
    }
}
