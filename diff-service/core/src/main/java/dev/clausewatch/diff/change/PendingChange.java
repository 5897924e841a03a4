package dev.clausewatch.diff.change;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.DiffOp;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.TextFormat;
import dev.clausewatch.events.TouchedProvision;
import dev.clausewatch.events.VersionRef;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A change that is pending until it is settled.
 *
 * @param document whose
 * @param changeId which
 * @param from the trusted version before it
 * @param to the version that has to last
 * @param kind of it
 * @param brought what a change that may be new brought, as it is printed; empty for others, and where its event was too large for texts
 */
public record PendingChange(
        DocumentRef document,
        String changeId,
        @Nullable VersionRef from,
        VersionRef to,
        ChangeKind kind,
        List<String> brought) {

    public PendingChange {
        brought = List.copyOf(brought);
    }

    /** What is remembered of a change whose settlement is pending. */
    public static PendingChange of(ChangeDetected change) {
        return new PendingChange(
                change.document(),
                change.changeId(),
                change.from(),
                change.to(),
                change.verdict().kind(),
                change.verdict().kind() == ChangeKind.TECHNICAL
                        ? change.touched().stream()
                                .flatMap(PendingChange::brought)
                                .toList()
                        : List.of());
    }

    /** The words that were put into a provision, or all of a new one. */
    private static Stream<String> brought(TouchedProvision touched) {
        ProvisionText after = touched.after();
        if (after == null) {
            return Stream.of();
        }
        return touched.diff().isEmpty()
                ? Stream.of(after.text())
                : touched.diff().stream()
                        .filter(run -> run.op() == DiffOp.INSERT)
                        .map(run -> TextFormat.slice(after.text(), run.afterStart(), run.afterEnd()));
    }

    /** Whether its text appeared and disappeared before. */
    boolean flapping() {
        return kind == ChangeKind.REVERTED;
    }

    /** Whether its words came with another way of reading the page, so that it is the words that have to last and not the whole text. */
    public boolean mayBeNew() {
        return kind == ChangeKind.TECHNICAL;
    }
}
