package dev.clausewatch.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a language model of the user's own read in a touched provision, beside the built-in answer. Each type rests on words that stand in
 * the provision; that they mean the type was checked by nobody.
 *
 * @param status whether there is an answer
 * @param reason why there is none, as a stable code: {@code timed-out}, {@code failed}, {@code refused}, {@code over-budget},
 *     {@code too-long} (the provision), {@code too-many} (provisions of one change), {@code too-large}, {@code unreadable}, {@code too-many-types} or {@code unfounded} (the answer); absent where there is one
 * @param model name of the model that was asked
 * @param at when
 * @param decides whether the types of the provision, and what follows from them, are the model's
 * @param types what the model says that the provision does; a model states no confidence, so each has 1
 * @param builtIn what rules and built-in models say that it does
 */
public record MachineReading(
        Status status,
        @Nullable String reason,
        String model,
        Instant at,
        boolean decides,
        List<ProvisionType> types,
        List<ProvisionType> builtIn) {

    public MachineReading {
        Required.present(status, "status");
        Required.text(model, "model");
        Required.present(at, "at");
        types = Lists.copy(types);
        builtIn = Lists.copy(builtIn);
    }

    /** Whether a language model's answer is there. */
    public enum Status {
        READ,
        /** It was asked for, and there is none that can be used. */
        UNAVAILABLE,
        /** A value of a newer release. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** An answer, not yet beside the built-in one. */
    public static MachineReading read(List<ProvisionType> types, String model, Instant at) {
        return new MachineReading(Status.READ, null, model, at, false, types, List.of());
    }

    /** That there is none, and why. */
    public static MachineReading unavailable(String reason, String model, Instant at) {
        return new MachineReading(Status.UNAVAILABLE, reason, model, at, false, List.of(), List.of());
    }

    /** The same beside this built-in answer. */
    public MachineReading beside(List<ProvisionType> builtInTypes, boolean decidesTypes) {
        return new MachineReading(status, reason, model, at, decidesTypes, types, builtInTypes);
    }

    /** The types that only the model gives. */
    public List<String> onlyMachine() {
        return without(types, builtIn);
    }

    /** The types that only the built-in answer gives; none where the model gave no answer. */
    public List<String> onlyBuiltIn() {
        return status == Status.READ ? without(builtIn, types) : List.of();
    }

    MachineReading mapTypes(UnaryOperator<ProvisionType> change) {
        return new MachineReading(
                status,
                reason,
                model,
                at,
                decides,
                types.stream().map(change).toList(),
                builtIn.stream().map(change).toList());
    }

    private static List<String> without(List<ProvisionType> types, List<ProvisionType> others) {
        return types.stream()
                .map(ProvisionType::id)
                .filter(id -> others.stream().noneMatch(other -> other.id().equals(id)))
                .toList();
    }
}
