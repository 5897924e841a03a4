package dev.clausewatch.gateway.readmodel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Severity;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the provisions of a change mean, as JSON of the column {@code meanings}: for each its severity, areas and types. One that a filter
 * asks for is found by containment, so that all parts of the filter hold of the same provision.
 */
public final class Meanings {

    private Meanings() {}

    static String of(List<ClassifiedProvision> provisions) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        provisions.stream()
                .map(provision -> of(provision.severity(), provision.areas(), typeIds(provision)))
                .distinct()
                .forEach(all::add);
        return all.toString();
    }

    /** What the column must contain, one of these, for a provision of at least this severity, this area and this type. */
    public static List<String> asked(@Nullable Severity atLeast, @Nullable String area, @Nullable String type) {
        List<String> areas = area == null ? List.of() : List.of(area);
        List<String> types = type == null ? List.of() : List.of(type);
        if (atLeast == null) {
            return List.of(one(null, areas, types));
        }
        return EnumSet.range(atLeast, Severity.HIGH).stream()
                .map(severity -> one(severity, areas, types))
                .toList();
    }

    private static String one(@Nullable Severity severity, List<String> areas, List<String> types) {
        return JsonNodeFactory.instance
                .arrayNode()
                .add(of(severity, areas, types))
                .toString();
    }

    private static ObjectNode of(@Nullable Severity severity, List<String> areas, List<String> types) {
        ObjectNode meaning = JsonNodeFactory.instance.objectNode();
        if (severity != null) {
            meaning.put("severity", severity.name());
        }
        areas.forEach(meaning.withArray("areas")::add);
        types.forEach(meaning.withArray("types")::add);
        return meaning;
    }

    private static List<String> typeIds(ClassifiedProvision provision) {
        return provision.types().stream().map(type -> type.id()).toList();
    }
}
