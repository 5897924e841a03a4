package dev.clausewatch.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
