package dev.clausewatch.classifier.assess;

import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Difference;
import dev.clausewatch.events.Direction;
import java.util.Comparator;

/** Orders the provisions of a change by how much a reader would miss them: what gets worse by much comes first. */
final class WorstFirst {

    static final Comparator<Assessed> ORDER = Comparator.comparing(
            Assessed::provision,
            Comparator.comparingInt(WorstFirst::materiality)
                    .thenComparingInt(WorstFirst::severity)
                    .thenComparingInt(WorstFirst::direction)
                    .thenComparing(provision -> difference(provision) > 0)
                    .reversed());

    private WorstFirst() {}

    /** What could not be assessed may matter. */
    private static int materiality(ClassifiedProvision provision) {
        return switch (provision.materiality()) {
            case MATERIAL -> 2;
            case MINOR, UNKNOWN -> 1;
            case EDITORIAL -> 0;
        };
    }

    private static int severity(ClassifiedProvision provision) {
        return switch (provision.severity()) {
            case HIGH -> 3;
            case MEDIUM -> 2;
            case LOW -> 1;
            case UNKNOWN -> 0;
            case null -> 0;
        };
    }

    private static int direction(ClassifiedProvision provision) {
        Difference difference = provision.difference();
        Direction direction = difference == null ? null : difference.direction();
        return switch (direction) {
            case WORSE -> 4;
            case MIXED -> 3;
            case BETTER -> 2;
            case NEUTRAL -> 0;
            case UNKNOWN -> 1;
            case null -> 1;
        };
    }

    private static int difference(ClassifiedProvision provision) {
        Difference difference = provision.difference();
        return difference == null ? 0 : difference.types().size();
    }
}
