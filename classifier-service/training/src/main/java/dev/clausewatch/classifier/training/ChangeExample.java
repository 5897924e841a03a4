package dev.clausewatch.classifier.training;

import dev.clausewatch.classifier.assess.EditReading;
import dev.clausewatch.events.Materiality;
import java.util.Map;

/**
 * A change of a provision with the materiality that a reader gave it.
 *
 * @param group its service
 */
public record ChangeExample(EditReading edit, Materiality materiality, String group) {

    Map<String, Double> features() {
        return edit.features();
    }
}
