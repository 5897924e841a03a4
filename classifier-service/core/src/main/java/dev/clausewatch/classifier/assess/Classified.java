package dev.clausewatch.classifier.assess;

import dev.clausewatch.events.ChangeMeaning;
import dev.clausewatch.events.ClassifiedProvision;
import java.util.List;

/**
 * What the classifier says of a change.
 *
 * @param provisions what it means for each touched provision, in the same order
 * @param meaning what it means as a whole
 */
public record Classified(List<ClassifiedProvision> provisions, ChangeMeaning meaning) {

    public Classified {
        provisions = List.copyOf(provisions);
    }
}
