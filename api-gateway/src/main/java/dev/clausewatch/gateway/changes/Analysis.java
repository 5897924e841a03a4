package dev.clausewatch.gateway.changes;

import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.ForceOnDay;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.RegisterPublished;
import dev.clausewatch.gateway.register.Register;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a provision means for those bound by it, put together from its types and the register: orientation for a reader, with the
 * boundary that it is no legal determination.
 *
 * @param impact what it means for them
 * @param regulatoryLandscape why law is engaged
 * @param governanceExposure its severity; absent without a type
 * @param jurisdictionFlags where a law that is engaged applied on the day of the change
 * @param jurisdictionNotes what differs from place to place
 * @param contractImplications for contracts and vendors
 * @param complianceConsiderations for compliance
 * @param questions of due diligence
 * @param interpretiveNote where a type is not sure; absent when all are
 * @param boundary what this is not
 */
@Schema(name = "ChangeAnalysis")
public record Analysis(
        List<String> impact,
        List<String> regulatoryLandscape,
        @Nullable String governanceExposure,
        List<String> jurisdictionFlags,
        List<String> jurisdictionNotes,
        List<String> contractImplications,
        List<String> complianceConsiderations,
        List<String> questions,
        @Nullable String interpretiveNote,
        String boundary) {

    /** Below this confidence a reader is told to read the clause before the analysis. */
    private static final double SURE = 0.7;

    private static final String BOUNDARY =
            "This is orientation, not a legal determination: whether a law applies and what follows depends on the case and the place.";

    /** The analysis of a provision; null where the register says nothing of its types. */
    static @Nullable Analysis of(ClassifiedProvision provision, List<Register.Law> laws, Register register) {
        List<RegisterPublished.Analysis> parts = provision.types().stream()
                .flatMap(type -> register.analysis(type.id()).stream())
                .toList();
        if (parts.isEmpty()) {
            return null;
        }
        return new Analysis(
                texts(parts, RegisterPublished.Analysis::impact),
                texts(parts, RegisterPublished.Analysis::whyEngaged),
                provision.severity() == null ? null : provision.severity().name(),
                laws.stream()
                        .filter(law -> law.force() == ForceOnDay.Force.IN_FORCE)
                        .map(Register.Law::jurisdiction)
                        .filter(place -> !place.isEmpty())
                        .distinct()
                        .sorted()
                        .toList(),
                texts(parts, RegisterPublished.Analysis::jurisdictions),
                texts(parts, RegisterPublished.Analysis::contract),
                texts(parts, RegisterPublished.Analysis::compliance),
                parts.stream()
                        .flatMap(part -> part.questions().stream())
                        .distinct()
                        .toList(),
                note(provision, register),
                BOUNDARY);
    }

    private static List<String> texts(
            List<RegisterPublished.Analysis> parts, Function<RegisterPublished.Analysis, String> of) {
        return parts.stream().map(of).distinct().toList();
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
