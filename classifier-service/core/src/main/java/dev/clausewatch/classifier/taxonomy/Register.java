package dev.clausewatch.classifier.taxonomy;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.clausewatch.events.RegisterPublished;
import dev.clausewatch.events.RegisterPublished.Analysis;
import dev.clausewatch.events.RegisterPublished.Area;
import dev.clausewatch.events.RegisterPublished.Instrument;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Types, areas and instruments, each by its id and in the order of the files. Immutable; it cannot be made with a type that points
 * to an area or instrument that is not there.
 */
public final class Register {

    private final Map<String, RegisterPublished.Type> types;
    private final Map<String, Area> areas;
    private final Map<String, Instrument> instruments;
    private final Map<String, Analysis> analyses;
    private final Fits fits;

    private Register(
            Map<String, RegisterPublished.Type> types,
            Map<String, Area> areas,
            Map<String, Instrument> instruments,
            Map<String, Analysis> analyses,
            Fits fits) {
        this.types = types;
        this.areas = areas;
        this.instruments = instruments;
        this.analyses = analyses;
        this.fits = fits;
    }

    /** The register of these entries. */
    static Register of(
            List<RegisterPublished.Type> types,
            List<Area> areas,
            List<Instrument> instruments,
            List<Analysis> analyses,
            Fits fits) {
        Register register = new Register(
                byId("type", types, RegisterPublished.Type::id),
                byId("area", areas, Area::id),
                byId("instrument", instruments, Instrument::id),
                byId("analysis", analyses, Analysis::type),
                fits);
        register.requireNothingDangles();
        return register;
    }

    /** The shipped register. */
    public static Register read(DataFiles files) {
        List<RegisterPublished.Type> types = files.read("/register/types.yaml", new TypeReference<>() {});
        Fits fits = files.read("/register/fits.yaml", new TypeReference<>() {});
        return of(
                types.stream().map(type -> withInstruments(type, fits)).toList(),
                files.read("/register/areas.yaml", new TypeReference<>() {}),
                files.read("/register/instruments.yaml", new TypeReference<>() {}),
                files.read("/register/analysis.yaml", new TypeReference<>() {}),
                fits);
    }

    /** A type with the laws that a clause of it may engage, in the order of their conditions. */
    private static RegisterPublished.Type withInstruments(RegisterPublished.Type type, Fits fits) {
        return new RegisterPublished.Type(
                type.id(),
                type.title(),
                type.description(),
                type.areas(),
                fits.fits().stream()
                        .filter(fit -> fit.types().contains(type.id()))
                        .map(Fits.Fit::instrument)
                        .distinct()
                        .toList(),
                type.whyItMatters());
    }

    /** All types, in the order of the taxonomy. */
    public List<RegisterPublished.Type> types() {
        return List.copyOf(types.values());
    }

    /** All areas. */
    public List<Area> areas() {
        return List.copyOf(areas.values());
    }

    /** All instruments. */
    public List<Instrument> instruments() {
        return List.copyOf(instruments.values());
    }

    /** What clauses of the types mean for those bound by them. */
    public List<Analysis> analyses() {
        return List.copyOf(analyses.values());
    }

    /** Whether there is a type with this id. */
    public boolean hasType(String id) {
        return types.containsKey(id);
    }

    /**
     * The type with this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public RegisterPublished.Type type(String id) {
        RegisterPublished.Type type = types.get(id);
        if (type == null) {
            throw new IllegalArgumentException("The taxonomy has no type " + id);
        }
        return type;
    }

    /** The areas that follow from these types, each once, in the order of the types. */
    public List<String> areasOf(Collection<String> typeIds) {
        Set<String> union = new LinkedHashSet<>();
        typeIds.forEach(id -> union.addAll(type(id).areas()));
        return List.copyOf(union);
    }

    /** When its laws are engaged. */
    public Fits fits() {
        return fits;
    }

    private void requireNothingDangles() {
        for (RegisterPublished.Type type : types.values()) {
            requireKnown(type, areas.keySet(), type.areas());
            requireKnown(type, instruments.keySet(), type.instruments());
            if (!analyses.containsKey(type.id())) {
                throw new IllegalArgumentException("The type " + type.id() + " has no analysis");
            }
        }
        for (Fits.Fit fit : fits.fits()) {
            requireInstrument(fit.instrument());
            fit.types().forEach(this::type);
        }
        fits.named().forEach(named -> requireInstrument(named.instrument()));
        for (String type : analyses.keySet()) {
            if (!types.containsKey(type)) {
                throw new IllegalArgumentException("There is an analysis of " + type + ", which is no type");
            }
        }
    }

    private void requireInstrument(String id) {
        if (!instruments.containsKey(id)) {
            throw new IllegalArgumentException("The conditions of laws name " + id + ", which is not there");
        }
    }

    private static void requireKnown(RegisterPublished.Type type, Set<String> known, List<String> used) {
        for (String id : used) {
            if (!known.contains(id)) {
                throw new IllegalArgumentException("The type " + type.id() + " names " + id + ", which is not there");
            }
        }
    }

    private static <T> Map<String, T> byId(String kind, List<T> entries, Function<T, String> id) {
        Map<String, T> byId = new LinkedHashMap<>();
        for (T entry : entries) {
            if (byId.put(id.apply(entry), entry) != null) {
                throw new IllegalArgumentException("The " + kind + " " + id.apply(entry) + " is there twice");
            }
        }
        return byId;
    }
}
