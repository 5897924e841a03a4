package dev.clausewatch.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.clausewatch.events.Service;
import dev.clausewatch.testing.ProjectFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The descriptions that the build makes: the gateway describes what it passes on as the service behind it does. */
class DescriptionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"api-gateway", "crawler-service", "classifier-service", "alert-service"})
    void everyApiNamesItsSecurityScheme(String service) throws IOException {
        JsonNode api = description(service);
        assertFalse(api.at("/components/securitySchemes").isEmpty());
        assertFalse(api.path("security").isEmpty());
    }

    /** Schema objects are JSON Schemas by themselves, which the schema of OpenAPI leaves open. */
    @ParameterizedTest
    @ValueSource(strings = {"api-gateway", "crawler-service", "diff-service", "classifier-service", "alert-service"})
    void fitsThePublishedSchemaOfOpenApi(String service) throws IOException {
        JsonNode api = description(service);
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        assertEquals(
                List.of(),
                registry.getSchema(resource("/openapi/3.1.json"), InputFormat.JSON)
                        .validate(api.toString(), InputFormat.JSON));
        Schema schemas = registry.getSchema(
                "{\"additionalProperties\": {\"$ref\": \"https://json-schema.org/draft/2020-12/schema\"}}",
                InputFormat.JSON);
        assertEquals(List.of(), schemas.validate(api.at("/components/schemas").toString(), InputFormat.JSON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"api-gateway", "crawler-service", "classifier-service", "alert-service"})
    void everyOperationSaysWhatItTakesAndGives(String service) throws IOException {
        List<String> wrong = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Map.Entry<String, JsonNode> path :
                description(service).path("paths").properties()) {
            for (Map.Entry<String, JsonNode> one : path.getValue().properties()) {
                JsonNode operation = one.getValue();
                String name = one.getKey() + " " + path.getKey();
                if (operation.has("responses")
                        && !ids.add(operation.path("operationId").asText())) {
                    wrong.add(name + " shares its name");
                }
                if (operation.has("responses") && !gives(operation.path("responses"))) {
                    wrong.add(name + " gives " + operation.path("responses"));
                }
                JsonNode body = operation.path("requestBody").path("content");
                if (operation.has("requestBody")
                        && (!haveSchemas(body)
                                || body.findValuesAsText("format").contains("binary"))) {
                    wrong.add(name + " takes " + body);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** What is accepted, or is no more, needs no body. */
    private static boolean gives(JsonNode responses) {
        return responses.properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .anyMatch(response -> (Set.of("202", "204").contains(response.getKey())
                                && !response.getValue().has("content"))
                        || haveSchemas(response.getValue().path("content")));
    }

    private static boolean haveSchemas(JsonNode content) {
        return !content.isEmpty()
                && content.valueStream().noneMatch(media -> media.path("schema").isEmpty());
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(DescriptionsTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "alert-service,SubscriptionRequest,SubscriptionRequest",
        "alert-service,SubscriptionView,Subscription",
        "alert-service,Destination,DestinationRequest",
        "alert-service,DestinationView,Destination",
        "alert-service,DeliveryView,Delivery",
        "alert-service,AttemptView,DeliveryAttempt",
        "crawler-service,Accepted,DeclarationAccepted",
        "crawler-service,ProblemList,DeclarationProblems",
        "crawler-service,DeclarationProblem,DeclarationProblem",
        "crawler-service,DeclaredDocument,DeclaredDocument",
        "crawler-service,Source,DeclaredSource",
        "crawler-service,Selector,DeclaredSelector",
        "crawler-service,Past,PastDeclaration",
        "crawler-service,CaptureRequest,CaptureRequest",
        "crawler-service,Inclusion,InclusionProof",
        "crawler-service,Consistency,ConsistencyProof",
        "crawler-service,Question,ImportQuestion",
        "crawler-service,Name,ArchivedName",
        "crawler-service,ImportPositions,ImportPositions",
        "crawler-service,Position,ImportPosition",
        "crawler-service,ImportBatch,ImportBatch",
        "crawler-service,DocumentPart,ImportDocument",
        "crawler-service,VersionPart,ImportVersion",
        "crawler-service,ImportAnswer,ImportAnswer",
        "crawler-service,DocumentAnswer,ImportedDocument",
        "crawler-service,UnreadableVersion,UnreadableVersion",
        "classifier-service,CorrectionView,Correction",
        "classifier-service,ProvisionCorrection,ProvisionCorrection",
        "classifier-service,State,Reclassification",
        "classifier-service,Batch,ReclassificationBatch",
        "classifier-service,Difference,Reclassified",
        "classifier-service,Verdict,Verdict",
    })
    void theGatewayDescribesWhatItPassesOn(String service, String theirs, String ours) throws IOException {
        List<String> expected = members(service, theirs);
        assertFalse(expected.isEmpty());
        assertEquals(expected, members("api-gateway", ours));
    }

    private static List<String> members(String service, String schema) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        description(service)
                .at("/components/schemas/" + schema + "/properties")
                .fieldNames()
                .forEachRemaining(names::add);
        return List.copyOf(names);
    }

    private static JsonNode description(String service) throws IOException {
        return new ObjectMapper()
                .readTree(ProjectFiles.application(Service.byLabel(service))
                        .resolve("target/openapi/openapi.json")
                        .toFile());
    }
}
