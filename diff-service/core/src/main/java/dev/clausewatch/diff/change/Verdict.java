package dev.clausewatch.diff.change;

import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.Settlement;
import dev.clausewatch.events.Signal;
import dev.clausewatch.events.VersionRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules say about a change; the fields are those of {@link dev.clausewatch.events.ChangeDetected}. */
record Verdict(
        ChangeKind kind,
        List<Signal> signals,
        boolean alertable,
        String reason,
        Settlement settlement,
        @Nullable VersionRef returnsTo,
        List<String> reverts,
        List<String> reinstates) {

    Verdict {
        signals = List.copyOf(signals);
        reinstates = List.copyOf(reinstates);
        reverts = List.copyOf(reverts);
    }

    static Verdict silent(ChangeKind kind, List<Signal> signals, String reason) {
        return new Verdict(kind, signals, false, reason, Settlement.SETTLED, null, List.of(), List.of());
    }
}
