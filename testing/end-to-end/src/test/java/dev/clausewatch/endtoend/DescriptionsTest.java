package dev.clausewatch.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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

    @ParameterizedTest
    @CsvSource({
        "alert-service,SubscriptionRequest,SubscriptionRequest",
        "alert-service,SubscriptionView,Subscription",
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
                .readTree(Path.of("../../" + service + "/target/openapi/openapi.json")
                        .toFile());
    }
}
