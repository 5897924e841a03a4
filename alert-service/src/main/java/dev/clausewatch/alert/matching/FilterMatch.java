package dev.clausewatch.alert.matching;

import dev.clausewatch.alert.subscription.SubscriptionFilter;
import dev.clausewatch.events.Assessment;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.MachineReading;
import dev.clausewatch.events.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Matches subscription filters against changes and documents. */
public final class FilterMatch {

    private FilterMatch() {}

    /** Whether a change matches: every non-empty criterion must hold, and area and severity for the same provision. */
    public static boolean matches(SubscriptionFilter filter, ChangeClassified classified) {
        return matches(filter, classified.document())
                && (isPartlyUncertain(classified) || meaningHolds(filter, classified));
    }

    /** Whether a message about a whole document matches: areas and severity are ignored. */
    public static boolean matches(SubscriptionFilter filter, DocumentRef document) {
        return holds(filter.platforms(), document.platform())
                && holds(filter.termsTypes(), document.termsType())
                && (filter.documents().isEmpty() || filter.documents().contains(document.id()));
    }

    /**
     * A provision that could not be assessed may be anything, and one whose types a language model decided may have told it what to say, so
     * both match: a superfluous alert is better than a missed one.
     */
    private static boolean isPartlyUncertain(ChangeClassified classified) {
        return classified.provisions().stream()
                .anyMatch(provision -> provision.assessment() == Assessment.NOT_ASSESSED
                        || isDecidedByModel(provision.machineReading()));
    }

    private static boolean isDecidedByModel(@Nullable MachineReading reading) {
        return reading != null && reading.decides();
    }

    /** One provision must meet both criteria: a severe one of another area and a harmless one of this area do not match. */
    private static boolean meaningHolds(SubscriptionFilter filter, ChangeClassified classified) {
        boolean asks = !filter.areas().isEmpty() || filter.minSeverity() != null;
        return !asks || classified.provisions().stream().anyMatch(provision -> meaningHolds(filter, provision));
    }

    private static boolean meaningHolds(SubscriptionFilter filter, ClassifiedProvision provision) {
        boolean area = filter.areas().isEmpty() || provision.areas().stream().anyMatch(filter.areas()::contains);
        return area && isAtLeast(provision.severity(), filter.minSeverity());
    }

    private static boolean isAtLeast(@Nullable Severity severity, @Nullable Severity wanted) {
        if (wanted == null) {
            return true;
        }
        return severity != null && severity != Severity.UNKNOWN && severity.compareTo(wanted) >= 0;
    }

    private static boolean holds(List<String> wanted, String value) {
        return wanted.isEmpty() || wanted.stream().anyMatch(one -> one.equalsIgnoreCase(value));
    }
}
