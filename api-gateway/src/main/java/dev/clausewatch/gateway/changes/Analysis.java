package dev.clausewatch.gateway.changes;

import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Difference;
import dev.clausewatch.events.ForceOnDay;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.gateway.register.Register;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the change of a provision means for those bound by it, as the classifier told it from its words, figures and laws: orientation for a
 * reader, with the boundary that it is no legal determination.
 *
 * @param lines what follows, at most five with the questions
 * @param questions to ask after the change
 * @param jurisdictionFlags where a law that is engaged applied on the day of the change
 * @param interpretiveNote where a type is not sure; absent when all are
 * @param boundary what this is not
 */
@Schema(name = "ChangeAnalysis")
public record Analysis(
        List<String> lines,
        List<String> questions,
        List<String> jurisdictionFlags,
        @Nullable String interpretiveNote,
        String boundary) {

    /** Below this confidence a reader is told to read the clause before the analysis. */
    private static final double SURE = 0.7;

    private static final String BOUNDARY =
            "This is orientation, not a legal determination: whether a law applies and what follows depends on the case and the place.";

    /** The analysis of a provision; null where nothing was told of its change. */
    static @Nullable Analysis of(ClassifiedProvision provision, List<Register.Law> laws, Register register) {
        Difference difference = provision.difference();
        List<String> told = difference == null ? null : difference.analysis();
        if (told == null || told.isEmpty()) {
            return null;
        }
        return new Analysis(
                told.stream().filter(line -> !isQuestion(line)).toList(),
                told.stream().filter(Analysis::isQuestion).toList(),
                laws.stream()
                        .filter(law -> law.force() == ForceOnDay.Force.IN_FORCE)
                        .map(Register.Law::jurisdiction)
                        .filter(place -> !place.isEmpty())
                        .distinct()
                        .sorted()
                        .toList(),
                note(provision, register),
                BOUNDARY);
    }

    private static boolean isQuestion(String line) {
        return line.endsWith("?");
    }

    private static @Nullable String note(ClassifiedProvision provision, Register register) {
        List<String> unsure = Stream.of(provision.types())
                .flatMap(List::stream)
                .filter(type -> type.confidence() < SURE)
                .map(ProvisionType::id)
                .map(id -> register.type(id).title())
                .toList();
        return unsure.isEmpty()
                ? null
                : "The machine is not sure of: " + String.join(", ", unsure)
                        + ". Read the clause before you rely on this.";
    }
}
