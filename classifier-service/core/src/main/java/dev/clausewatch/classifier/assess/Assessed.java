package dev.clausewatch.classifier.assess;

import dev.clausewatch.events.Assessment;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Difference;
import dev.clausewatch.events.Materiality;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An assessed provision, with what only the summary of its change asks.
 *
 * @param form whether it changed in form only
 * @param edit how its words changed; absent where it could not be assessed, and once all is told of it
 */
record Assessed(
        ClassifiedProvision provision,
        boolean form,
        @Nullable Edit edit) {

    Assessed(ClassifiedProvision provision, boolean form) {
        this(provision, form, null);
    }

    boolean isAssessed() {
        return provision.assessment() == Assessment.ASSESSED;
    }

    /** Whether more than little hangs on its change, or that is not known. */
    boolean matters() {
        return provision.materiality() != Materiality.EDITORIAL;
    }

    /** What its change comes to in one line without an end; absent where there is nothing to say. */
    @Nullable
    String consequence() {
        Difference difference = provision.difference();
        return difference == null ? null : difference.consequence();
    }

    /** The types of its difference. */
    List<String> types() {
        Difference difference = provision.difference();
        return difference == null ? List.of() : difference.types();
    }
}
