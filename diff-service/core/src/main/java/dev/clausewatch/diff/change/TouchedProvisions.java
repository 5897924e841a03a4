package dev.clausewatch.diff.change;

import dev.clausewatch.diff.align.TrackedProvision;
import dev.clausewatch.diff.segment.Interruption;
import dev.clausewatch.diff.segment.Provision;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.DiffRun;
import dev.clausewatch.events.ProvisionRef;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.TouchedProvision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Provisions and differences as events show them. */
final class TouchedProvisions {

    private TouchedProvisions() {}

    /** A substantive change lists only provisions that differ in substance; cosmetic differences would hide them. */
    static List<TouchedProvision> of(ChangeKind kind, List<Difference> differences) {
        return differences.stream()
                .filter(difference -> kind != ChangeKind.SUBSTANTIVE || difference.substantive())
                .map(TouchedProvisions::touched)
                .toList();
    }

    static List<ProvisionRef> refs(List<TrackedProvision> provisions) {
        return provisions.stream()
                .map(tracked -> new ProvisionRef(
                        tracked.id(),
                        tracked.provision().number(),
                        tracked.provision().headingPath(),
                        tracked.provision().start(),
                        tracked.provision().end()))
                .toList();
    }

    private static TouchedProvision touched(Difference difference) {
        Interruption.check();
        TrackedProvision before = difference.before();
        TrackedProvision after = difference.after();
        TrackedProvision named = after != null ? after : before;
        if (named == null) {
            throw new IllegalStateException("A difference without a provision");
        }
        List<DiffRun> diff = before == null || after == null
                ? List.of()
                : WordDiff.between(before.provision().text(), after.provision().text());
        return new TouchedProvision(named.id(), difference.what(), difference.from(), text(before), text(after), diff);
    }

    private static @Nullable ProvisionText text(@Nullable TrackedProvision tracked) {
        if (tracked == null) {
            return null;
        }
        Provision provision = tracked.provision();
        return new ProvisionText(
                tracked.id(),
                provision.number(),
                provision.headingPath(),
                provision.intro(),
                provision.text(),
                provision.start(),
                provision.end());
    }
}
