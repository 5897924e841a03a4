package dev.clausewatch.gateway.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.gateway.Gateway;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request, the answer says what, and what to do. */
@QuarkusTest
@WithKafka
@WithPostgres
class ProblemApiTest {

    private static final int TOO_LARGE = 2_100_000;
    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    @Test
    void aBodyThatIsTooLargeIsToldTheLimit() {
        problem(
                Gateway.signed()
                        .contentType(ContentType.JSON)
                        .body(new byte[TOO_LARGE])
                        .post("/api/v1/keys")
                        .then(),
                413,
                "body-too-large",
                "2");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/keys, 2100000", "/api/v1/keys, 10000000", "/api/v1/subscriptions, 10000000"})
    void aBodyInChunksThatTurnsOutTooLargeIsToldTheLimit(String path, int size)
            throws IOException, InterruptedException {
        byte[] body = ("{\"name\": \"" + "a".repeat(size) + "\"}").getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + Gateway.firstKey())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            assertEquals(413, answer.statusCode());
            JsonPath problem = new JsonPath(answer.body());
            assertEquals("urn:clausewatch:problem:body-too-large", problem.getString("type"));
            assertEquals("2MB", problem.getString("limit"));
            assertEquals(path, problem.getString("instance"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {30_000, 200_000})
    void headersThatAreTooLargeAreToldTheLimit(int length) {
        problem(
                Gateway.signed()
                        .header("X-Note", "a".repeat(length))
                        .get("/api/v1/changes")
                        .then(),
                431,
                "headers-too-large",
                "20000");
    }

    @ParameterizedTest
    @ValueSource(ints = {20_000, 200_000})
    void anAddressThatIsTooLongIsToldTheLimit(int length) {
        problem(
                Gateway.signed()
                        .get("/api/v1/changes?document=" + "a".repeat(length))
                        .then(),
                414,
                "address-too-long",
                "8000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"name\""})
    void aBodyOfAnotherShapeIsToldTheExpectedOne(String body) {
        problem(send(body), 400, "bad-body", "object");
    }

    @Test
    void aFieldOfAnotherShapeIsNamed() {
        problem(send("{\"name\": \"a\",\n \"scopes\": {\"a\": 1}}"), 400, "bad-body", "scopes")
                .body("field", equalTo("scopes"))
                .body("detail", containsString("line 2"));
    }

    @Test
    void aBodyThatIsNoJsonIsToldTheLine() {
        problem(send("{\"name\": \"a\",\n broken"), 400, "bad-body", "line 2");
    }

    private static ValidatableResponse send(String body) {
        return Gateway.signed()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/keys")
                .then();
    }

    @Test
    void aBodyOfAnotherTypeIsToldTheRightOne() {
        problem(
                Gateway.signed()
                        .contentType("text/plain")
                        .body("name")
                        .post("/api/v1/keys")
                        .then(),
                415,
                "bad-content-type",
                "application/json");
    }

    @Test
    void aMethodThatDoesNotFitIsToldThoseThatDo() {
        problem(Gateway.signed().put("/api/v1/keys").then(), 405, "bad-method", "GET, HEAD, POST")
                .header("Allow", allOf(containsString("GET"), containsString("POST"), not(containsString("PUT"))))
                .body("allowed", hasItems("GET", "POST"));
        problem(Gateway.signed().post("/api/v1/documents/a/b").then(), 405, "bad-method", "GET, HEAD");
    }

    @Test
    void aPageThatIsNotThereAnswersPeopleWithAPageAndProgramsWithAProblem() {
        page("/nothing", 404);
        page("/changes/none/at/all", 404);
        problem(given().get("/nothing").then(), 404, "not-found", "/nothing");
        problem(
                Gateway.signed().accept(BROWSER).get("/api/v1/nothing?a=b").then(),
                404,
                "not-found",
                "/api/v1/nothing");
    }

    @Test
    void whatAPageDoesNotTakeAnswersPeopleWithAPage() {
        page("/sign-out", 405);
        page("/texts/" + "a".repeat(20_000), 414);
    }

    private static void page(String path, int status) {
        given().accept(BROWSER)
                .get(path)
                .then()
                .statusCode(status)
                .contentType(startsWith("text/html"))
                .body(containsString("<h1>"))
                .body(containsString("href=\"/\""));
    }

    @Test
    void aParameterThatIsNotKnownIsRefusedWithTheKnownOnes() {
        problem(Gateway.signed().get("/api/v1/changes?sinse=2026-01-01").then(), 400, "bad-parameter", "since")
                .body("parameter", equalTo("sinse"))
                .body("allowed", hasItems("since", "area", "limit"));
        problem(Gateway.signed().get("/api/v1/keys?limit=5").then(), 400, "bad-parameter", "limit");
        problem(Gateway.signed().get("/api/v1/subscriptions?limt=5").then(), 400, "bad-parameter", "limit");
    }

    @Test
    void aParameterThatIsGivenTwiceIsRefused() {
        problem(Gateway.signed().get("/api/v1/changes?area=a&area=b").then(), 400, "bad-parameter", "area")
                .body("parameter", equalTo("area"));
    }

    @Test
    void aPlusThatBecameABlankIsHintedAt() {
        problem(
                Gateway.signed()
                        .get("/api/v1/changes?since=2026-01-01T00:00:00+02:00")
                        .then(),
                400,
                "bad-parameter",
                "%2B");
        Gateway.signed()
                .get("/api/v1/changes?since=2026-01-01T00:00:00%2B02:00")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code, String words) {
        return answer.statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("urn:clausewatch:problem:" + code))
                .body("status", equalTo(status))
                .body("title", not(equalTo("")))
                .body("detail", containsString(words));
    }
}
