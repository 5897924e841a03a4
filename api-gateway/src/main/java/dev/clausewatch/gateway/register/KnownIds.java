package dev.clausewatch.gateway.register;

import dev.clausewatch.events.RegisterPublished;
import dev.clausewatch.runtime.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells whether an area or type exists, so that an empty result can be told from an unknown id. */
@ApplicationScoped
public class KnownIds {

    private final RegisterRepository registers;

    KnownIds(RegisterRepository registers) {
        this.registers = registers;
    }

    /** Refuses an area that the newest register does not have. Ask only when nothing was found: older ones had others. */
    public void checkArea(@Nullable String area) {
        check(
                "area",
                area,
                register -> register.areas().stream()
                        .map(RegisterPublished.Area::id)
                        .toList());
    }

    /** The same for what a provision does. */
    public void checkType(@Nullable String type) {
        check(
                "type",
                type,
                register -> register.types().stream()
                        .map(RegisterPublished.Type::id)
                        .toList());
    }

    private void check(String parameter, @Nullable String id, Function<RegisterPublished, List<String>> ids) {
        if (id == null) {
            return;
        }
        registers.newest().map(ids).filter(known -> !known.contains(id)).ifPresent(known -> {
            throw Problem.parameter(parameter, id, "the register has none of that id", known);
        });
    }
}
