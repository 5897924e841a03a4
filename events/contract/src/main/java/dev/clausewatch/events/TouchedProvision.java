package dev.clausewatch.events;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A provision that a change touched.
 *
 * @param provisionId the id after the change; of a removed provision the id it had
 * @param what what happened to it
 * @param from the ids it comes from, when split or merged
 * @param before as it stood; absent when added
 * @param after as it stands; absent when removed
 * @param diff word by word; empty when only one side is there or the words are the same
 */
public record TouchedProvision(
        String provisionId,
        Set<ProvisionChange> what,
        List<String> from,
        @Nullable ProvisionText before,
        @Nullable ProvisionText after,
        List<DiffRun> diff) {

    public TouchedProvision {
        Required.text(provisionId, "provisionId");
        Required.present(what, "what");
        what = Collections.unmodifiableSet(new TreeSet<>(what));
        from = Lists.copy(from);
        diff = Lists.copy(diff);
    }

    /** With less detail: without the word diff. */
    public TouchedProvision withoutDiff() {
        return new TouchedProvision(provisionId, what, from, before, after, List.of());
    }

    /** With less detail: without headings and introductions. */
    public TouchedProvision withoutHeadings() {
        return with(ProvisionText::withoutHeadings, diff);
    }

    /** With the least detail: offsets stay, so that whoever has the snapshot still has the words. */
    public TouchedProvision withoutTexts() {
        return with(ProvisionText::withoutText, List.of());
    }

    private TouchedProvision with(UnaryOperator<ProvisionText> reduce, List<DiffRun> runs) {
        return new TouchedProvision(
                provisionId,
                what,
                from,
                before == null ? null : reduce.apply(before),
                after == null ? null : reduce.apply(after),
                runs);
    }
}
