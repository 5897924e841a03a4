package dev.clausewatch.classifier.assess;

import dev.clausewatch.events.EvidenceSpan;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Side;
import dev.clausewatch.events.TouchedProvision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer says of a touched provision.
 *
 * @param types what it does, most important first
 * @param materiality how much its change matters; absent when that is left to the rules
 */
public record Review(List<String> types, @Nullable Materiality materiality) {

    /** What {@link EvidenceSpan#decidedBy} says of a type that only a reviewer found. */
    static final String DECIDED_BY = "reviewer";

    public Review {
        types = List.copyOf(types);
    }

    /** The reviewer's types: with the words that the rules found for them, or else with the whole clause. */
    List<ProvisionType> types(List<ProvisionType> found, TouchedProvision touched) {
        return types.stream()
                .map(id -> new ProvisionType(id, 1, evidence(id, found, touched)))
                .toList();
    }

    private static List<EvidenceSpan> evidence(String id, List<ProvisionType> found, TouchedProvision touched) {
        return found.stream()
                .filter(type -> type.id().equals(id))
                .findFirst()
                .map(ProvisionType::evidence)
                .orElseGet(() -> whole(touched));
    }

    private static List<EvidenceSpan> whole(TouchedProvision touched) {
        ProvisionText after = touched.after();
        ProvisionText stands = after != null ? after : touched.before();
        if (stands == null) {
            return List.of();
        }
        int end = stands.text().codePointCount(0, stands.text().length());
        return List.of(new EvidenceSpan(after != null ? Side.AFTER : Side.BEFORE, 0, end, DECIDED_BY));
    }
}
