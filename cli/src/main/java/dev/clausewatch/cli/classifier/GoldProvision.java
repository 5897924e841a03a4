package dev.clausewatch.cli.classifier;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.clausewatch.classifier.rules.ProvisionInput;
import dev.clausewatch.classifier.training.Example;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A labelled provision, as a row of JSON.
 *
 * @param termsType such as {@code Privacy Policy}
 * @param heading the nearest heading; may be empty
 * @param types what a reader says it does
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record GoldProvision(
        String id,
        String service,
        String termsType,
        @Nullable String heading,
        String text,
        List<String> types) {

    ProvisionInput input() {
        return new ProvisionInput(
                termsType, heading == null || heading.isBlank() ? List.of() : List.of(heading), null, text);
    }

    Example example() {
        return new Example(input(), Set.copyOf(types), service);
    }
}
