package dev.clausewatch.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decision of the differ: what kind of change it is, and whether it may alert.
 *
 * @param kind what it is
 * @param signals every observation that decided the kind
 * @param alertable whether the differ allows an alert; materiality is decided by the classifier
 * @param alertableReason stable code for that, such as {@code substantive}, {@code editorial}, {@code imported}, {@code withdrawal}
 * @param settlement whether it waits for {@code change.settled}
 * @param returnsTo the earlier version whose text this is, for {@link ChangeKind#REVERTED}
 * @param reverts the changes that a return undoes, oldest first; subscribers who were alerted of one get a retraction
 * @param reinstates earlier changes to this same text that were retracted; once this change is confirmed, subscribers who got the
 *     retraction get a reinstatement
 */
public record ChangeVerdict(
        ChangeKind kind,
        List<Signal> signals,
        boolean alertable,
        String alertableReason,
        Settlement settlement,
        @Nullable VersionRef returnsTo,
        List<String> reverts,
        List<String> reinstates) {

    public ChangeVerdict {
        Required.present(kind, "kind");
        Required.text(alertableReason, "alertableReason");
        Required.present(settlement, "settlement");
        signals = Lists.copy(signals);
        reverts = Lists.copy(reverts);
        reinstates = Lists.copy(reinstates);
    }

    /** Of a change that subscribers may be told of at once. */
    public static ChangeVerdict alerting(ChangeKind kind, List<Signal> signals, String reason) {
        return new ChangeVerdict(kind, signals, true, reason, Settlement.SETTLED, null, List.of(), List.of());
    }

    /** Of a change that nobody is told of. */
    public static ChangeVerdict silent(ChangeKind kind, List<Signal> signals, String reason) {
        return new ChangeVerdict(kind, signals, false, reason, Settlement.SETTLED, null, List.of(), List.of());
    }

    /** The same of a change that has to stand first. */
    public ChangeVerdict pending() {
        return new ChangeVerdict(
                kind, signals, alertable, alertableReason, Settlement.PENDING, returnsTo, reverts, reinstates);
    }

    /** The same of a return to an earlier version that undoes these changes, oldest first. */
    public ChangeVerdict returningTo(VersionRef version, List<String> undone) {
        return new ChangeVerdict(kind, signals, alertable, alertableReason, settlement, version, undone, reinstates);
    }

    /** The same of a text that these changes announced before a return took them back. */
    public ChangeVerdict reinstating(List<String> announcedBy) {
        return new ChangeVerdict(
                kind, signals, alertable, alertableReason, settlement, returnsTo, reverts, announcedBy);
    }

    /** The same, decided by these observations. */
    public ChangeVerdict withSignals(List<Signal> others) {
        return new ChangeVerdict(kind, others, alertable, alertableReason, settlement, returnsTo, reverts, reinstates);
    }
}
