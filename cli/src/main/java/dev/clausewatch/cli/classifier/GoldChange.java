package dev.clausewatch.cli.classifier;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.clausewatch.events.Direction;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.Severity;
import dev.clausewatch.events.TouchedProvision;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A labelled change of a provision, as a row of JSON.
 *
 * @param before empty when it was added
 * @param after empty when it was removed
 * @param types what a reader says that the provision does
 * @param materiality in lower case
 * @param direction in lower case; absent where no reader was asked
 * @param severity of the difference, in lower case; absent where no reader was asked
 * @param differenceTypes what the changed words concern; absent where no reader was asked
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record GoldChange(
        String id,
        String service,
        String termsType,
        @Nullable String heading,
        @Nullable String before,
        @Nullable String after,
        List<String> types,
        String materiality,
        @Nullable String direction,
        @Nullable String severity,
        @Nullable List<String> differenceTypes) {

    Materiality truth() {
        return Materiality.valueOf(materiality.toUpperCase(Locale.ROOT));
    }

    @Nullable
    Direction trueDirection() {
        return direction == null ? null : Direction.valueOf(direction.toUpperCase(Locale.ROOT));
    }

    @Nullable
    Severity trueSeverity() {
        return severity == null ? null : Severity.valueOf(severity.toUpperCase(Locale.ROOT));
    }

    TouchedProvision touched() {
        ProvisionText old = text(before);
        ProvisionText now = text(after);
        ProvisionChange what =
                old == null ? ProvisionChange.ADDED : now == null ? ProvisionChange.REMOVED : ProvisionChange.EDITED;
        return new TouchedProvision(id, Set.of(what), List.of(), old, now, List.of());
    }

    DocumentRef document() {
        return new DocumentRef(
                Ids.document(service, termsType, null),
                service,
                termsType,
                "en",
                List.of(),
                "gold:" + Ids.slug(service));
    }

    private @Nullable ProvisionText text(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        List<String> path = heading == null || heading.isBlank() ? List.of() : List.of(heading);
        return new ProvisionText(id, null, path, null, text, 0, text.codePointCount(0, text.length()));
    }
}
