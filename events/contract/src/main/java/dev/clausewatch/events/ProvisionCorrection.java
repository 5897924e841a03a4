package dev.clausewatch.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reviewer's correction of a touched provision. It overrides the rules and the model, also after either is upgraded.
 *
 * @param number of the correction within its change, from 1
 * @param provisionId of {@link TouchedProvision#provisionId}
 * @param types what it does; zero to three
 * @param materiality how much the change of it matters; absent when that was left to the rules
 * @param reviewer who said so
 * @param correctedAt when
 * @param reason why
 */
public record ProvisionCorrection(
        int number,
        String provisionId,
        List<String> types,
        @Nullable Materiality materiality,
        String reviewer,
        Instant correctedAt,
        String reason) {

    public ProvisionCorrection {
        Required.text(provisionId, "provisionId");
        Required.text(reviewer, "reviewer");
        Required.present(correctedAt, "correctedAt");
        Required.text(reason, "reason");
        types = Lists.copy(types);
    }
}
