package dev.clausewatch.events;

import java.util.List;

/**
 * What a provision does, with the words that say so.
 *
 * @param id a type of the taxonomy, such as {@code non-compete}
 * @param confidence 0 to 1
 * @param evidence at least one span; empty where the texts were left out because the event would be too large
 */
public record ProvisionType(String id, double confidence, List<EvidenceSpan> evidence) {

    public ProvisionType {
        Required.text(id, "id");
        evidence = Lists.copy(evidence);
    }
}
