package dev.clausewatch.alert.matching;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ClassificationCause;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.Settlement;
import dev.clausewatch.events.Severity;

/** Whether anybody is told of a classified change, and when. A value of a newer release is never told. */
public enum Announcement {
    /** Told at once: alerts, retractions, reinstatements. */
    NOW,
    /** Told when {@code change.settled} confirms it. */
    WHEN_CONFIRMED,
    /** Recorded elsewhere, told to nobody. */
    NEVER;

    /** Decides. */
    public static Announcement of(ChangeClassified classified) {
        if (classified.classification().cause() != ClassificationCause.CHANGE || hasUnknownValue(classified)) {
            return NEVER;
        }
        if (!classified.meaning().alert() && !retracts(classified) && !reinstates(classified)) {
            return NEVER;
        }
        return switch (classified.change().verdict().settlement()) {
            case SETTLED -> NOW;
            case PENDING -> WHEN_CONFIRMED;
            case UNKNOWN -> NEVER;
        };
    }

    /** Whether those who were told of an earlier change are told that it is gone. An import tells nobody anything. */
    public static boolean retracts(ChangeClassified classified) {
        return classified.change().provenance().origin() == Origin.LIVE
                && classified.change().verdict().kind() == ChangeKind.REVERTED
                && !classified.change().verdict().reverts().isEmpty();
    }

    /** Whether those who hold an earlier change for gone are told that it holds after all. An import tells nobody anything. */
    public static boolean reinstates(ChangeClassified classified) {
        return classified.change().provenance().origin() == Origin.LIVE
                && !classified.change().verdict().reinstates().isEmpty();
    }

    private static boolean hasUnknownValue(ChangeClassified classified) {
        return classified.change().verdict().kind() == ChangeKind.UNKNOWN
                || classified.change().verdict().settlement() == Settlement.UNKNOWN
                || classified.meaning().materiality() == Materiality.UNKNOWN
                || classified.meaning().severity() == Severity.UNKNOWN;
    }
}
