package dev.clausewatch.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one provision does. Filters for type, area and severity ask for one trait that has all of them.
 *
 * @param types what it does
 * @param areas the regulatory areas that follow
 * @param severity of what a change did to it; absent for provisions that stand, and where it was not assessed
 */
public record Trait(
        List<String> types, List<String> areas, @Nullable Severity severity) {

    public Trait {
        types = List.copyOf(types);
        areas = List.copyOf(areas);
    }

    /** How severe, from low to high. */
    public enum Severity {
        LOW,
        MEDIUM,
        HIGH
    }
}
