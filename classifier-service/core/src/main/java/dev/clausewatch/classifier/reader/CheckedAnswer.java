package dev.clausewatch.classifier.reader;

import dev.clausewatch.events.ProvisionType;
import java.util.List;

/** A language model's answer after {@link AnswerCheck}. */
public sealed interface CheckedAnswer {

    /**
     * It can be used.
     *
     * @param types those that stood the check, in the model's order; none where the model gave none
     * @param refusals why others did not, as stable codes: {@code unknown-type}, {@code given-twice} or {@code unfounded}
     */
    record Read(List<ProvisionType> types, List<String> refusals) implements CheckedAnswer {

        public Read {
            types = List.copyOf(types);
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * It cannot.
     *
     * @param reason a stable code: {@code too-large}, {@code unreadable}, {@code too-many-types} or {@code unfounded}
     * @param refusals why its types did not stand the check, where that is the reason
     */
    record Refused(String reason, List<String> refusals) implements CheckedAnswer {

        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}
