package dev.clausewatch.alert.matching;

import dev.clausewatch.events.Assessment;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ClassificationCause;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.Settlement;
import dev.clausewatch.events.Severity;

/** Whether a classified change alerts, and when. A change with an enumeration value of a newer release never does. */
public enum AlertTiming {
    /** At once: alerts, retractions, reinstatements. */
    NOW,
    /** When {@code change.settled} confirms it. */
    WHEN_CONFIRMED,
    /** Not at all. */
    NEVER;

    /** Decides. */
    public static AlertTiming of(ChangeClassified classified) {
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

    /** Whether earlier changes are retracted. Imports never alert. */
    public static boolean retracts(ChangeClassified classified) {
        return classified.change().provenance().origin() == Origin.LIVE
                && classified.change().verdict().kind() == ChangeKind.REVERTED
                && !classified.change().verdict().reverts().isEmpty();
    }

    /** Whether retracted changes are reinstated. Imports never alert. */
    public static boolean reinstates(ChangeClassified classified) {
        return classified.change().provenance().origin() == Origin.LIVE
                && !classified.change().verdict().reinstates().isEmpty();
    }

    private static boolean hasUnknownValue(ChangeClassified classified) {
        return classified.change().verdict().kind() == ChangeKind.UNKNOWN
                || classified.change().verdict().settlement() == Settlement.UNKNOWN
                || (classified.meaning().materiality() == Materiality.UNKNOWN && !isNotAssessed(classified))
                || classified.meaning().severity() == Severity.UNKNOWN;
    }

    /** Whether the materiality is unknown for want of an assessment, and no value of a newer release. */
    private static boolean isNotAssessed(ChangeClassified classified) {
        return classified.provisions().stream()
                .anyMatch(provision -> provision.assessment() == Assessment.NOT_ASSESSED);
    }
}
