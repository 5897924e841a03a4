package dev.clausewatch.diff.change;

import dev.clausewatch.diff.align.TrackedProvision;
import dev.clausewatch.diff.segment.TextNormalization;
import dev.clausewatch.events.ProvisionChange;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A provision that differs between two versions.
 *
 * @param before as it stood; absent when it is new
 * @param after as it stands; absent when it is gone
 * @param what happened
 * @param from the ids it comes from, when split or merged
 * @param cosmetic the layers of wording in which it differs, when it says the same
 * @param substantive whether its words changed, or a whole provision with words of its own came or went
 */
record Difference(
        @Nullable TrackedProvision before,
        @Nullable TrackedProvision after,
        Set<ProvisionChange> what,
        List<String> from,
        Set<TextNormalization> cosmetic,
        boolean substantive) {

    Difference {
        what = Set.copyOf(what);
        from = List.copyOf(from);
        cosmetic = Set.copyOf(cosmetic);
    }

    boolean is(ProvisionChange change) {
        return what.contains(change);
    }
}
