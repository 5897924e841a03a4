package dev.clausewatch.gateway.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The examples of the description say what the API says. */
@QuarkusTest
@WithKafka
@WithPostgres
class DescriptionExamplesTest {

    /** What reads the archive in other ways than by lists of JSON. */
    private static final Set<String> SHOWN = Set.of(
            "search",
            "getSimilarProvisions",
            "comparePlatforms",
            "listDocumentVersions",
            "getVersionOnDay",
            "getTextOnDay",
            "getTextOnDayAs",
            "getTimeMap",
            "compareVersions",
            "getVersionText",
            "getVersionTextAs",
            "getChangeMarkdown",
            "getChangeFeed",
            "getPlatformFeed",
            "getDocumentFeed",
            "exportChangesAsCsv",
            "exportChangesAsJsonLines",
            "listFeedTokens",
            "createFeedToken");

    private JsonNode api = new ObjectMapper().createObjectNode();
    private final Set<String> used = new HashSet<>();
    private final Set<String> shown = new HashSet<>();
    private final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void read() throws Exception {
        api = new ObjectMapper()
                .readTree(given().header("Accept", "application/json")
                        .get("/q/openapi")
                        .asString());
    }

    @Test
    void everyExampleHasTheFormOfItsSchema() {
        api.path("paths")
                .forEach(path -> path.forEach(operation -> operation
                        .path("responses")
                        .forEach(response -> response.path("content")
                                .forEach(content ->
                                        check(operation.path("operationId").asText(), content)))));

        assertEquals(List.of(), wrong);
        assertEquals(SHOWN, shown);
        Set<String> unused = new HashSet<>();
        api.at("/components/examples").fieldNames().forEachRemaining(unused::add);
        unused.removeAll(used);
        assertEquals(Set.of(), unused);
    }

    private void check(String operation, JsonNode content) {
        for (JsonNode example : content.path("examples")) {
            String reference = example.path("$ref").asText();
            used.add(reference.substring(reference.lastIndexOf('/') + 1));
            JsonNode value = resolved(example).path("value");
            assertFalse(value.isMissingNode(), operation + " has an example that leads nowhere: " + reference);
            shown.add(operation);
            compare(operation, value, content.path("schema"));
        }
    }

    private void compare(String where, JsonNode value, JsonNode described) {
        JsonNode schema = resolved(described);
        if (value.isObject()) {
            JsonNode properties = schema.path("properties");
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                if (!properties.has(field.getKey())) {
                    wrong.add(where + " has no " + field.getKey());
                }
                compare(where + "." + field.getKey(), field.getValue(), properties.path(field.getKey()));
            }
            for (JsonNode needed : schema.path("required")) {
                if (!value.has(needed.asText())) {
                    wrong.add(where + " lacks " + needed.asText());
                }
            }
        } else if (value.isArray()) {
            value.forEach(item -> compare(where + "[]", item, schema.path("items")));
        } else {
            check(where, value, schema);
        }
    }

    private void check(String where, JsonNode value, JsonNode schema) {
        Set<String> types = new HashSet<>();
        if (schema.path("type").isArray()) {
            schema.path("type").forEach(type -> types.add(type.asText()));
        } else {
            types.add(schema.path("type").asText());
        }
        String type = value.isTextual()
                ? "string"
                : value.isBoolean()
                        ? "boolean"
                        : value.isIntegralNumber() && !types.contains("number") ? "integer" : "number";
        boolean listed = schema.path("enum").isMissingNode()
                || schema.path("enum").valueStream().anyMatch(value::equals);
        if (!types.contains(type) || !listed) {
            wrong.add(where + " is no " + schema + ": " + value);
        }
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : api.at(reference.substring(1));
    }
}
