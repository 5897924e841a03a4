package dev.clausewatch.alert.matching;

import dev.clausewatch.alert.subscription.SubscriptionFilter;
import dev.clausewatch.events.Assessment;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a filter lets something through. */
public final class FilterMatch {

    private FilterMatch() {}

    /** Every part of the filter that asks for something must hold, areas and severity of the same provision. */
    public static boolean matches(SubscriptionFilter filter, ChangeClassified classified) {
        return matches(filter, classified.document())
                && (isPartlyUnread(classified) || meaningHolds(filter, classified));
    }

    /** Whether a filter lets through what is about a document as a whole: areas and severity ask for nothing then. */
    public static boolean matches(SubscriptionFilter filter, DocumentRef document) {
        return holds(filter.platforms(), document.platform())
                && holds(filter.termsTypes(), document.termsType())
                && (filter.documents().isEmpty() || filter.documents().contains(document.id()));
    }

    /** What nobody could read may be anything: better told once too often than missed. */
    private static boolean isPartlyUnread(ChangeClassified classified) {
        return classified.provisions().stream()
                .anyMatch(provision -> provision.assessment() == Assessment.NOT_ASSESSED);
    }

    /** One provision must be all that is asked for: a grave one of another area and a harmless one of this area are no match. */
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
