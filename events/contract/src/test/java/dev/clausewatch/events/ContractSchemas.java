package dev.clausewatch.events;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.TypeScope;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schemas, made from the records: a field is required unless it is {@code @Nullable}; unknown fields are allowed, and an
 * enumeration names its values as examples only, since it is open.
 */
final class ContractSchemas {

    private static final SchemaGenerator GENERATOR = new SchemaGenerator(new SchemaGeneratorConfigBuilder(
                    EventCodec.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(Option.DEFINITIONS_FOR_ALL_OBJECTS)
            .without(Option.SCHEMA_VERSION_INDICATOR)
            .with(builder -> {
                builder.forFields().withRequiredCheck(field -> !isNullable(field));
                builder.forFields().withIgnoreCheck(field -> field.getAnnotation(JsonUnwrapped.class) != null);
                builder.forTypesInGeneral().withTypeAttributeOverride(ContractSchemas::addGroups);
                builder.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> {
                    ObjectNode schema = scalar(
                            type.getErasedType(), context.getGeneratorConfig().createObjectNode());
                    return schema == null
                            ? null
                            : new com.github.victools.jsonschema.generator.CustomDefinition(schema, true);
                });
            })
            .build());

    private ContractSchemas() {}

    static ObjectNode of(EventType type) {
        ObjectNode generated = GENERATOR.generateSchema(type.data());
        ObjectNode schema = EventCodec.mapper().createObjectNode();
        schema.put("$schema", SchemaVersion.DRAFT_2020_12.getIdentifier());
        schema.put("title", type.wireName());
        schema.setAll(generated);
        return schema;
    }

    /** The fields of a group stand among those of the record that has it. */
    private static void addGroups(ObjectNode schema, TypeScope scope, SchemaGenerationContext context) {
        RecordComponent[] components = scope.getType().getErasedType().getRecordComponents();
        if (components == null) {
            return;
        }
        List<Class<?>> groups = new ArrayList<>();
        for (RecordComponent component : components) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                groups.add(component.getType());
            }
        }
        if (groups.isEmpty()) {
            return;
        }
        SortedMap<String, JsonNode> properties = new TreeMap<>();
        SortedSet<String> required = new TreeSet<>();
        collect(schema, properties, required);
        for (Class<?> group : groups) {
            ResolvedType type = context.getTypeContext().resolve(group);
            collect(context.createStandardDefinition(type, null), properties, required);
        }
        schema.putObject("properties").setAll(properties);
        ArrayNode names = schema.putArray("required");
        required.forEach(names::add);
    }

    private static void collect(ObjectNode schema, SortedMap<String, JsonNode> properties, SortedSet<String> required) {
        schema.path("properties").properties().forEach(field -> properties.put(field.getKey(), field.getValue()));
        schema.path("required").forEach(name -> required.add(name.asText()));
    }

    private static @Nullable ObjectNode scalar(Class<?> type, ObjectNode schema) {
        if (type == Instant.class) {
            return schema.put("type", "string").put("format", "date-time");
        }
        if (type == LocalDate.class) {
            return schema.put("type", "string").put("format", "date");
        }
        if (type == Duration.class) {
            return schema.put("type", "string").put("format", "duration");
        }
        if (type.isEnum()) {
            schema.put("type", "string");
            List<String> known = Arrays.stream(type.getEnumConstants())
                    .map(Object::toString)
                    .filter(value -> !value.equals("UNKNOWN"))
                    .toList();
            schema.put(
                    "description",
                    "Open; known today: " + String.join(", ", known).toUpperCase(Locale.ROOT));
            return schema;
        }
        return null;
    }

    private static boolean isNullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
