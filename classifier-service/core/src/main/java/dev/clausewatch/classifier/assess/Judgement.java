package dev.clausewatch.classifier.assess;

import dev.clausewatch.events.Materiality;

/**
 * Materiality of an edit, with the rule that decided it.
 *
 * @param materiality the answer
 * @param reason stable code of the rule, such as {@code numbers-changed}
 */
record Judgement(Materiality materiality, String reason) {

    static Judgement editorial(String reason) {
        return new Judgement(Materiality.EDITORIAL, reason);
    }

    static Judgement minor(String reason) {
        return new Judgement(Materiality.MINOR, reason);
    }

    static Judgement material(String reason) {
        return new Judgement(Materiality.MATERIAL, reason);
    }
}
