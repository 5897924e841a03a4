package dev.clausewatch.classifier.assess;

import dev.clausewatch.events.Materiality;

/**
 * Materiality of an edit, with the rule that decided it.
 *
 * @param materiality the answer
 * @param reason stable code of the rule, such as {@code numbers-changed}
 */
record MaterialityDecision(Materiality materiality, String reason) {

    static MaterialityDecision editorial(String reason) {
        return new MaterialityDecision(Materiality.EDITORIAL, reason);
    }

    static MaterialityDecision minor(String reason) {
        return new MaterialityDecision(Materiality.MINOR, reason);
    }

    static MaterialityDecision material(String reason) {
        return new MaterialityDecision(Materiality.MATERIAL, reason);
    }
}
