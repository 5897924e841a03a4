package dev.clausewatch.gateway.provisions;

import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.ToolVersion;
import dev.clausewatch.events.WordingAssessed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a provision does, by its words as they stand.
 *
 * @param assessment {@code ASSESSED}, {@code NOT_ASSESSED}, or {@code PENDING} while it waits to be
 * @param note why it could not be assessed
 * @param types what it does, with the words of it that say so
 * @param areas ids of the regulatory areas that follow from the types
 * @param ruleset the rules that decided; absent while it waits
 * @param assessedAt when; absent while it waits
 */
public record ProvisionMeaning(
        String assessment,
        @Nullable String note,
        List<ProvisionType> types,
        List<String> areas,
        @Nullable ToolVersion ruleset,
        @Nullable Instant assessedAt) {

    static final ProvisionMeaning PENDING = new ProvisionMeaning("PENDING", null, List.of(), List.of(), null, null);

    static ProvisionMeaning of(WordingAssessed answer) {
        return new ProvisionMeaning(
                answer.assessment().name(),
                answer.note(),
                answer.types(),
                answer.areas(),
                answer.ruleset(),
                answer.assessedAt());
    }
}
