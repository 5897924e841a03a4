package dev.clausewatch.gateway.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.clausewatch.gateway.Gateway;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no client of ours sends get a problem all the same: small, with what is wrong and what to do. */
@QuarkusTest
@WithKafka
@WithPostgres
class HostileRequestTest {

    @ParameterizedTest
    @ValueSource(strings = {"*/", ";;;,,,", "text/html/x"})
    void anAcceptHeaderThatCannotBeReadIsNoFaultOfOurs(String accept) {
        given().header("Accept", accept)
                .get("/nothing")
                .then()
                .statusCode(404)
                .contentType(startsWith("application/problem+json"));
    }

    @Test
    void anAcceptHeaderThatCannotBeReadIsNoFaultOfOursWhereThereIsSomethingEither() {
        for (String path : List.of("/api/v1/changes", "/api/v1/evidence/checkpoint", "/documents")) {
            int status = Gateway.signed()
                    .header("Accept", ";;;,,,")
                    .redirects()
                    .follow(false)
                    .get(path)
                    .statusCode();
            assertNotEquals(500, status, path);
        }
    }

    @Test
    void theNameOfAParameterIsCutAsItsValueIs() {
        Gateway.signed()
                .get("/api/v1/changes?" + "a".repeat(7_000) + "=1")
                .then()
                .statusCode(400)
                .body("toString().length()", lessThan(2_000));
    }

    @Test
    void aTimeThatTheDatabaseDoesNotKnowIsNamed() {
        Gateway.signed()
                .get("/api/v1/changes?since=%2B999999999-12-31T23:59:59Z")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("since"))
                .body("instance", equalTo("/api/v1/changes"));
    }

    @Test
    void aStretchOfTimeThatEndsBeforeItBeginsIsRefused() {
        Gateway.signed()
                .get("/api/v1/changes?since=2026-02-01&until=2026-01-01")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("until"));
    }

    @Test
    void whatIsNotAcceptedIsToldInWordsOfTheApi() {
        Gateway.signed()
                .accept("text/html")
                .get("/api/v1/changes")
                .then()
                .statusCode(406)
                .body("detail", containsString("application/json"))
                .body("detail", not(containsString("@Produces")));
    }
}
