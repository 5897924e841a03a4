package dev.clausewatch.classifier.assess;

import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Difference;
import dev.clausewatch.events.Materiality;
import java.util.List;

/**
 * An assessed provision, with what only the summary of its change asks.
 *
 * @param form whether it changed in form only
 */
record Assessed(ClassifiedProvision provision, boolean form) {

    /** Whether more than little hangs on its change. */
    boolean matters() {
        return provision.materiality().compareTo(Materiality.MINOR) >= 0;
    }

    /** The types of its difference. */
    List<String> types() {
        Difference difference = provision.difference();
        return difference == null ? List.of() : difference.types();
    }
}
