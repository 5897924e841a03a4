package dev.clausewatch.gateway.provisions;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.TouchedProvision;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a change did to the words of a provision.
 *
 * @param what codes of {@link ProvisionChange}
 * @param own the provision as the change touched it; absent when it only lost words to others
 * @param into the provisions that were split off it, or that it was merged into
 */
record TouchedStep(Set<String> what, @Nullable TouchedProvision own, List<String> into) {

    static final TouchedStep NONE = new TouchedStep(Set.of(), null, List.of());

    static TouchedStep of(ChangeDetected change, String id) {
        Set<String> what = new LinkedHashSet<>();
        TouchedProvision own = change.touched().stream()
                .filter(touched -> touched.provisionId().equals(id))
                .findFirst()
                .orElse(null);
        if (own != null) {
            own.what().forEach(one -> what.add(one.name()));
        }
        List<TouchedProvision> others = change.touched().stream()
                .filter(touched -> touched.from().contains(id))
                .filter(touched -> !touched.provisionId().equals(id))
                .toList();
        others.stream()
                .flatMap(touched -> touched.what().stream())
                .filter(one -> one == ProvisionChange.SPLIT || one == ProvisionChange.MERGED)
                .forEach(one -> what.add(one.name()));
        return new TouchedStep(
                what, own, others.stream().map(TouchedProvision::provisionId).toList());
    }

    /** As it stands afterwards, or stood, when it is gone. */
    @Nullable
    ProvisionText side() {
        if (own == null) {
            return null;
        }
        return own.after() == null ? own.before() : own.after();
    }
}
