package dev.clausewatch.classifier.assess;

import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Materiality;
import java.util.List;

/**
 * An assessed provision, with what only the summary of its change asks.
 *
 * @param form whether it changed in form only
 * @param touchedTypes those of its types whose own words came or went
 */
record Assessed(ClassifiedProvision provision, boolean form, List<String> touchedTypes) {

    Assessed {
        touchedTypes = List.copyOf(touchedTypes);
    }

    /** Whether more than little hangs on its change. */
    boolean matters() {
        return provision.materiality().compareTo(Materiality.MINOR) >= 0;
    }
}
