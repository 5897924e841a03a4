package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.learn.DifferenceCuts;
import dev.clausewatch.classifier.learn.DifferenceOpinion;
import dev.clausewatch.classifier.learn.MaterialityModel;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.TouchedProvision;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides the materiality of a provision's change: by rule in clear cases, otherwise by the model, which has the rules as features. */
final class MaterialityAssessor {

    /** Rules that leave no room for doubt: the words are the same, a figure, a choice or a "not" of a clause differs, or names only. */
    private static final Set<String> CERTAIN = Set.of(
            "place-only",
            "elsewhere",
            "same-words",
            "same-letters",
            "contents-entry",
            "figures-changed",
            "choice-changed",
            "negated",
            "names-changed");

    /** After these a change is never editorial: somebody's duty or right reads otherwise. */
    private static final Set<String> NEVER_EDITORIAL = Set.of("duty-or-right-changed", "heading-with-a-duty");

    private final MaterialityRules rules;
    private final @Nullable MaterialityModel model;
    private final @Nullable DifferenceCuts cuts;

    /**
     * A judge.
     *
     * @param model absent to judge by rules alone, as before there is a model
     * @param cuts from where on the encoder's word counts; absent where none is asked
     */
    MaterialityAssessor(MaterialityRules rules, @Nullable MaterialityModel model, @Nullable DifferenceCuts cuts) {
        this.rules = rules;
        this.model = model;
        this.cuts = cuts;
    }

    /**
     * How much the change of a provision matters.
     *
     * @param opinion of the encoder; absent where it was not asked
     */
    Materiality judge(TouchedProvision touched, Edit edit, boolean typed, @Nullable DifferenceOpinion opinion) {
        MaterialityDecision judgement = rules.judge(touched, edit, typed);
        if (model == null || CERTAIN.contains(judgement.reason())) {
            return judgement.materiality();
        }
        Map<String, Double> features = EditFeatures.of(edit, typed, judgement.reason());
        Materiality learned = opinion == null || cuts == null
                ? model.judge(features)
                : model.judge(features, opinion, cuts.editorial());
        return learned == Materiality.EDITORIAL && isNeverEditorial(judgement, touched, edit)
                ? Materiality.MINOR
                : learned;
    }

    private boolean isNeverEditorial(MaterialityDecision judgement, TouchedProvision touched, Edit edit) {
        return NEVER_EDITORIAL.contains(judgement.reason()) || rules.saysSomethingElse(touched, edit);
    }

    /** What the model looks at. */
    EditReading reading(TouchedProvision touched, Edit edit, boolean typed) {
        MaterialityDecision judgement = rules.judge(touched, edit, typed);
        boolean certain = CERTAIN.contains(judgement.reason());
        return new EditReading(
                EditFeatures.of(edit, typed, judgement.reason()),
                certain
                        ? judgement.materiality() != Materiality.EDITORIAL
                        : isNeverEditorial(judgement, touched, edit));
    }
}
