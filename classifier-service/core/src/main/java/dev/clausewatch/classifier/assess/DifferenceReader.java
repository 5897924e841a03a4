package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.learn.ChangedText;
import dev.clausewatch.classifier.learn.DifferenceOpinion;
import dev.clausewatch.classifier.learn.DifferenceStack;
import dev.clausewatch.classifier.learn.DirectionModel;
import dev.clausewatch.events.Direction;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.StrikethroughText;
import dev.clausewatch.events.TouchedProvision;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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

    /** From this confidence on a type that the encoder seldom saw is one of the difference where its own words came or went. */
    private static final double LIKELY = 0.5;

    private final DirectionFeatures features;
    private final @Nullable DirectionModel model;
    private final @Nullable DifferenceStack stack;

    /**
     * A reader.
     *
     * @param model absent while one is trained: no direction is then clear
     * @param stack absent where there is no encoder
     */
    DifferenceReader(DirectionFeatures features, @Nullable DirectionModel model, @Nullable DifferenceStack stack) {
        this.features = features;
        this.model = model;
        this.stack = stack;
    }

    /** The same without an encoder. */
    DifferenceReader quick() {
        return new DifferenceReader(features, model, null);
    }

    /** What the encoder says of a change; nothing where there is none. */
    @Nullable
    DifferenceOpinion ask(String termsType, TouchedProvision touched) {
        return stack == null ? null : stack.ask(text(termsType, touched)).orElse(null);
    }

    /** A change as the encoder reads it: struck-out words do not hold, and the words that introduce a list belong to its items. */
    static ChangedText text(String termsType, TouchedProvision touched) {
        ProvisionText stands = touched.after() != null ? touched.after() : touched.before();
        List<String> headings = stands == null ? List.of() : stands.headingPath();
        return new ChangedText(
                termsType,
                headings.isEmpty() ? "" : headings.getLast(),
                words(touched.before()),
                words(touched.after()));
    }

    private static String words(@Nullable ProvisionText provision) {
        if (provision == null) {
            return "";
        }
        String text = StrikethroughText.blanked(provision.text());
        return provision.intro() == null ? text : provision.intro() + " " + text;
    }

    /**
     * Those types of a clause that the changed words concern: all, where it came or went as a whole, but for those that the encoder does not
     * see in it; where it was edited, those that the encoder sees in what changed. Where it was not asked, none unless the edit is material,
     * and then those whose own words came or went and, in a larger edit, those that the clause surely has.
     *
     * @param opinion of the encoder; absent where it was not asked
     * @param isSeldom whether changes that concern a type are so rare that the encoder's word against it counts little
     */
    static List<ProvisionType> types(
            List<ProvisionType> clause,
            Edit edit,
            Materiality materiality,
            @Nullable DifferenceOpinion opinion,
            Predicate<String> isSeldom) {
        List<ProvisionType> seen = opinion == null
                ? clause
                : clause.stream()
                        .filter(type -> opinion.concerns(type.id())
                                || (isSeldom.test(type.id())
                                        && type.confidence() >= LIKELY
                                        && StandingTypes.touches(type, edit)))
                        .toList();
        if (!MaterialityRules.isEdit(edit)) {
            return seen.isEmpty() ? clause : seen;
        }
        if (opinion != null) {
            return seen;
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

    /**
     * For whom the words that changed are worse or better.
     *
     * @param opinion of the encoder; absent where it was not asked
     */
    Judged direction(
            Edit edit, Materiality materiality, Collection<String> types, @Nullable DifferenceOpinion opinion) {
        Optional<Judged> byFigure = features.byFigure(edit);
        if (byFigure.isPresent()) {
            return byFigure.get();
        }
        if (model == null) {
            return Judged.UNCLEAR;
        }
        DirectionFeatures.Reading reading = features.read(edit, materiality, types);
        Direction direction = (opinion == null || stack == null
                        ? model.judge(reading.features())
                        : model.guess(reading.features(), opinion)
                                .from(stack.cuts().lead()))
                .orElse(null);
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
