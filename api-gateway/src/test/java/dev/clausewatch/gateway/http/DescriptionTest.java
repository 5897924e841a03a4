package dev.clausewatch.gateway.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** A client can be made of the description of the API: every operation says what it takes and gives. */
@QuarkusTest
@WithKafka
@WithPostgres
class DescriptionTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    /** What answers without a body. */
    private static final Set<String> SILENT =
            Set.of("revokeKey", "revokeFeedToken", "deleteSubscription", "deleteDeclaration", "capture");

    private static JsonNode description() throws JsonProcessingException {
        return new ObjectMapper()
                .readTree(given().header("Accept", "application/json")
                        .get("/q/openapi")
                        .asString());
    }

    private static void operations(JsonNode api, BiConsumer<String, JsonNode> check) {
        for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> one : path.getValue().properties()) {
                if (METHODS.contains(one.getKey())) {
                    check.accept(one.getKey() + " " + path.getKey(), one.getValue());
                }
            }
        }
    }

    @Test
    void everyOperationSaysWhatItGives() throws Exception {
        List<String> missing = new ArrayList<>();
        operations(description(), (name, operation) -> {
            if (!SILENT.contains(operation.path("operationId").asText()) && !gives(operation)) {
                missing.add(name);
            }
        });
        assertEquals(List.of(), missing);
    }

    private static boolean gives(JsonNode operation) {
        for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
            if (response.getKey().startsWith("2")) {
                JsonNode content = response.getValue().path("content");
                return !content.isEmpty()
                        && content.valueStream()
                                .allMatch(media -> !media.path("schema").isEmpty());
            }
        }
        return false;
    }

    @Test
    void everyBodyHasASchemaOfItsOwn() throws Exception {
        List<String> missing = new ArrayList<>();
        operations(description(), (name, operation) -> {
            JsonNode content = operation.path("requestBody").path("content");
            if (operation.has("requestBody")
                    && content.path("application/json")
                            .path("schema")
                            .path("$ref")
                            .isMissingNode()) {
                missing.add(name + " " + content);
            }
        });
        assertEquals(List.of(), missing);
    }

    @Test
    void everyErrorIsAProblem() throws Exception {
        operations(
                description(),
                (name, operation) -> assertEquals(
                        "#/components/responses/Problem",
                        operation.path("responses").path("default").path("$ref").asText(),
                        name));
    }

    @Test
    void everyOperationHasANameOfItsOwnAndDeclaresItsPath() throws Exception {
        Set<String> names = new HashSet<>();
        List<String> wrong = new ArrayList<>();
        operations(description(), (name, operation) -> {
            if (!names.add(operation.path("operationId").asText())) {
                wrong.add(name + " shares its name");
            }
            operation
                    .path("parameters")
                    .valueStream()
                    .filter(parameter -> parameter.path("in").asText().equals("path"))
                    .map(parameter -> parameter.path("name").asText())
                    .filter(parameter -> !name.contains("{" + parameter + "}"))
                    .forEach(parameter -> wrong.add(name + " has no " + parameter));
        });
        assertFalse(names.isEmpty());
        assertEquals(List.of(), wrong);
    }

    /** Of two schemas of one name, one would be numbered, and clients would be made of the other's members. */
    @Test
    void everySchemaHasANameOfItsOwnAndEveryReferenceStandsAlone() throws Exception {
        JsonNode schemas = description().at("/components/schemas");
        List<String> wrong = new ArrayList<>();
        schemas.fieldNames().forEachRemaining(name -> {
            if (Character.isDigit(name.charAt(name.length() - 1))) {
                wrong.add(name);
            }
        });
        schemas.findParents("$ref").stream()
                .filter(reference -> reference.size() > 1)
                .map(JsonNode::toString)
                .forEach(wrong::add);
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyReferenceLeadsSomewhere() throws Exception {
        JsonNode api = description();
        List<String> lost = api.findValuesAsText("$ref").stream()
                .distinct()
                .filter(reference -> !reference.startsWith("#/")
                        || api.at(reference.substring(1)).isMissingNode())
                .toList();
        assertEquals(List.of(), lost);
    }
}
