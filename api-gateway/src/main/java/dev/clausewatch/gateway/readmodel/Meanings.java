package dev.clausewatch.gateway.readmodel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.Severity;
import dev.clausewatch.filter.ChangeFacts;
import dev.clausewatch.filter.ProvisionFacts;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the provisions of a change mean, as JSON of the column {@code meanings}: for each its facts. One that a filter of lists asks for is
 * found by containment, so that all parts of the filter hold of the same provision.
 */
public final class Meanings {

    private static final ObjectMapper JSON = EventCodec.mapper();

    private Meanings() {}

    static String of(ChangeClassified classified) {
        try {
            return JSON.writeValueAsString(ChangeFacts.of(classified).facts());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What provisions mean cannot be written", e);
        }
    }

    /** The provisions of a column; empty where an earlier release wrote it, which told less. */
    public static Optional<List<ProvisionFacts>> read(@Nullable String column) {
        try {
            JsonNode all = column == null ? null : JSON.readTree(column);
            if (all == null || all.valueStream().anyMatch(one -> !one.has("id"))) {
                return Optional.empty();
            }
            return Optional.of(List.of(JSON.treeToValue(all, ProvisionFacts[].class)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What provisions mean cannot be read", e);
        }
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
}
