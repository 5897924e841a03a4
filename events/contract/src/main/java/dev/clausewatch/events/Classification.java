package dev.clausewatch.events;

import java.time.Instant;

/**
 * Which answer to a change this is.
 *
 * @param classificationId {@link Ids#classification}
 * @param correction 0 by machine, then 1, 2 … ; readers keep the highest
 * @param cause why it was classified
 * @param ruleset the rules (and model) that decided
 * @param classifiedAt when
 */
public record Classification(
        String classificationId, int correction, ClassificationCause cause, ToolVersion ruleset, Instant classifiedAt) {

    public Classification {
        Required.text(classificationId, "classificationId");
        Required.present(cause, "cause");
        Required.present(ruleset, "ruleset");
        Required.present(classifiedAt, "classifiedAt");
    }

    /** The same answer, given again for another reason. */
    Classification again(ClassificationCause reason, Instant at) {
        return new Classification(classificationId, correction, reason, ruleset, at);
    }
}
