package dev.clausewatch.classifier.assess;

import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.MachineReading;
import dev.clausewatch.events.ProvisionType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a language model read in the provisions of a change.
 *
 * @param byProvision by the id of the provision
 * @param decide whether its types, where it gives any, take the place of the built-in ones, where no reviewer said otherwise
 */
public record ModelReadings(Map<String, MachineReading> byProvision, boolean decide) {

    /** No language model was asked. */
    public static final ModelReadings NONE = new ModelReadings(Map.of(), false);

    public ModelReadings {
        byProvision = Map.copyOf(byProvision);
    }

    /** What was read before, as it stands beside these provisions. */
    public static ModelReadings of(List<ClassifiedProvision> provisions, boolean decide) {
        Map<String, MachineReading> readings = new HashMap<>();
        for (ClassifiedProvision provision : provisions) {
            MachineReading reading = provision.machineReading();
            if (reading != null) {
                readings.put(provision.provisionId(), reading);
            }
        }
        return new ModelReadings(readings, decide);
    }

    @Nullable
    MachineReading of(String provisionId) {
        return byProvision.get(provisionId);
    }

    /** The types that a provision has without a reviewer. */
    List<ProvisionType> types(String provisionId, List<ProvisionType> builtIn) {
        MachineReading reading = of(provisionId);
        return reading != null && decides(reading, builtIn) ? reading.types() : builtIn;
    }

    /** A reading as it stands beside the built-in answer; a reviewer's word wins. */
    @Nullable
    MachineReading beside(String provisionId, List<ProvisionType> builtIn, @Nullable Review review) {
        MachineReading reading = of(provisionId);
        return reading == null ? null : reading.beside(builtIn, review == null && decides(reading, builtIn));
    }

    /** That there is no type rests on no words of the provision, so it takes none away. */
    private boolean decides(MachineReading reading, List<ProvisionType> builtIn) {
        return decide
                && reading.status() == MachineReading.Status.READ
                && (!reading.types().isEmpty() || builtIn.isEmpty());
    }
}
