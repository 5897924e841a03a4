package dev.clausewatch.gateway.evidence;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.Settlement;
import dev.clausewatch.gateway.Gateway;
import dev.clausewatch.gateway.Story;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithKafka
@WithPostgres
class EvidenceApiTest {

    @Test
    void letsNobodyInWithoutAKey() {
        given().get("/api/v1/evidence/documents/nimbus/terms").then().statusCode(401);
    }

    @Test
    void saysThatTheCrawlerIsAway() {
        for (String path :
                List.of("checkpoint", "public-key", "documents/nimbus/terms", "proofs/inclusion?snapshot=a")) {
            Gateway.signed()
                    .get("/api/v1/evidence/" + path)
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .body("service", equalTo("crawler-service"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/zip", "application/octet-stream", "*/*"})
    void offersABundleAsAFileOfAnyType(String accepted) {
        Gateway.signed()
                .accept(accepted)
                .get("/api/v1/evidence/documents/nimbus/terms")
                .then()
                .statusCode(503);
    }

    @Test
    void asksTheCrawlerForTheEvidenceOfAChangeThatItKnows() {
        Story story = new Story("Proven");
        Story.Told told = story.detected(story.change(1, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "a", "b"));
        Gateway.tell(List.of(told));
        Gateway.signed()
                .get("/api/v1/evidence/changes/" + story.changeId(1))
                .then()
                .statusCode(503);
        Gateway.signed()
                .get("/api/v1/evidence/changes/nothing")
                .then()
                .statusCode(404)
                .body("detail", containsString("There is no change"));
    }
}
