package dev.clausewatch.filter;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.clausewatch.events.Assessment;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Difference;
import dev.clausewatch.events.EngagedLaw;
import dev.clausewatch.events.MachineReading;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a filter may ask of a provision that a change touched, besides its words. As JSON it is small, so that a read model can keep it
 * beside the event.
 *
 * @param id the lasting id
 * @param from the ids it comes from, when split or merged
 * @param uncertain whether nobody can say what it means: it could not be assessed and may be anything, or a language model, which it may
 *     have told what to say, decided its types. All that is asked of its meaning holds then: a superfluous alert is better than a missed one
 * @param severity absent where it was not assessed, and where nothing for a reader changed
 * @param areas regulatory areas
 * @param types what it does
 * @param instruments laws
 * @param materiality how much the change matters
 * @param direction what the difference does to those bound
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProvisionFacts(
        String id,
        List<String> from,
        boolean uncertain,
        @Nullable Severity severity,
        List<String> areas,
        List<String> types,
        List<String> instruments,
        Materiality materiality,
        WantedDirection direction) {

    public ProvisionFacts {
        from = copy(from);
        areas = copy(areas);
        types = copy(types);
        instruments = copy(instruments);
    }

    /** Of a classified provision and the ids it comes from. */
    static ProvisionFacts of(ClassifiedProvision provision, List<String> from) {
        return new ProvisionFacts(
                provision.provisionId(),
                from,
                provision.assessment() == Assessment.NOT_ASSESSED || isDecidedByModel(provision.machineReading()),
                provision.severity(),
                provision.areas(),
                provision.types().stream().map(ProvisionType::id).toList(),
                instruments(provision),
                provision.materiality(),
                direction(provision));
    }

    private static List<String> instruments(ClassifiedProvision provision) {
        Stream<String> laws = provision.laws() == null
                ? Stream.empty()
                : provision.laws().stream().map(EngagedLaw::instrument);
        return Stream.concat(provision.instruments().stream(), laws).distinct().toList();
    }

    /** Without a difference nothing for a reader changed, or an earlier release, which told none, assessed it. */
    private static WantedDirection direction(ClassifiedProvision provision) {
        Difference difference = provision.difference();
        if (difference != null) {
            return WantedDirection.of(difference.direction());
        }
        return provision.severity() == null ? WantedDirection.NEUTRAL : WantedDirection.UNCLEAR;
    }

    private static boolean isDecidedByModel(@Nullable MachineReading reading) {
        return reading != null && reading.decides();
    }

    private static List<String> copy(@Nullable List<String> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
