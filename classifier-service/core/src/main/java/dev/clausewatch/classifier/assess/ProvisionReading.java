package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.reader.Question;
import dev.clausewatch.classifier.rules.ProvisionInput;
import dev.clausewatch.events.Assessment;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Side;
import dev.clausewatch.events.TouchedProvision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a language model is asked about a touched provision, and what its answers come to. */
public final class ProvisionReading {

    private ProvisionReading() {}

    /** Whether a model is asked: about what the built-in answer could read and does not hold for a change of form. */
    public static boolean isWorthAsking(ClassifiedProvision provision) {
        return provision.assessment() == Assessment.ASSESSED && provision.materiality() != Materiality.EDITORIAL;
    }

    /** The questions: how the provision stands, and where words went from it how it stood; none about a side without words. */
    public static List<Question> questions(String termsType, TouchedProvision touched) {
        List<Question> questions = new ArrayList<>();
        List<ProvisionType> unused = StandingTypes.of(touched, edit(touched), (text, side) -> {
            questions.add(Question.of(ProvisionInput.of(termsType, text), side));
            return List.of();
        });
        return questions.stream().filter(question -> !question.text().isBlank()).toList();
    }

    /**
     * The types of the provision.
     *
     * @param read what was read in its texts, for each question one entry
     */
    public static List<ProvisionType> types(TouchedProvision touched, Map<Side, List<ProvisionType>> read) {
        return StandingTypes.of(touched, edit(touched), (text, side) -> read.getOrDefault(side, List.of()));
    }

    private static Edit edit(TouchedProvision touched) {
        return Edit.between(text(touched.before()), text(touched.after()));
    }

    private static String text(@Nullable ProvisionText side) {
        return side == null ? "" : side.text();
    }
}
