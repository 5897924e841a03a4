package dev.clausewatch.classifier.assess;

import dev.clausewatch.events.Assessment;
import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.Origin;
import java.util.List;

/**
 * Whether a change alerts: the differ allows it, it was captured live, and its materiality reaches the threshold. A change that could not
 * be assessed alerts. A pending change may alert too: the alert is sent once it is confirmed.
 */
record AlertDecision(boolean alert, String reason) {

    static AlertDecision of(
            ChangeDetected change,
            List<ClassifiedProvision> provisions,
            Materiality materiality,
            Materiality threshold) {
        if (!change.verdict().alertable()
                || change.provenance().origin() != Origin.LIVE
                || change.provenance().cause() != CaptureCause.SITE
                || change.verdict().kind() == ChangeKind.UNKNOWN) {
            return new AlertDecision(false, "not-alertable");
        }
        if (materiality.compareTo(threshold) >= 0 && provisions.stream().anyMatch(AlertDecision::isAssessed)) {
            return new AlertDecision(true, reason(materiality));
        }
        boolean unread = provisions.stream().anyMatch(provision -> !isAssessed(provision));
        return unread ? new AlertDecision(true, "not-assessed") : new AlertDecision(false, "below-threshold");
    }

    private static boolean isAssessed(ClassifiedProvision provision) {
        return provision.assessment() == Assessment.ASSESSED;
    }

    private static String reason(Materiality materiality) {
        return switch (materiality) {
            case MATERIAL -> "material-change";
            case MINOR -> "minor-change";
            case EDITORIAL -> "editorial-change";
            case UNKNOWN -> throw new IllegalArgumentException("A change is never judged as of unknown materiality");
        };
    }
}
