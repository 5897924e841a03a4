package dev.clausewatch.alert.subscription;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patches with members that there are not, and with values that cannot be kept, are refused with the reason. */
@QuarkusTest
@WithKafka
@WithPostgres
class HostilePatchTest {

    private static final String BODY = """
            {"name": "Legal", "url": "https://example.com/hook", "filter": {"platforms": ["Nimbus Chat"]}}""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name": "a\\u0000b"}                       | name
            {"filter": {"platforms": ["a\\u0000b"]}}    | filter.platforms[0]
            """)
    void aCharacterThatCannotBeKeptIsRefused(String patch, String field) {
        patched(patch).statusCode(422).body("errors.field", hasItem(field));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"filtr": {"platforms": ["Orbitra"]}}   | filtr
            {"filter": {"platfroms": ["Orbitra"]}}  | filter.platfroms
            """)
    void aMemberThatThereIsNotIsCalledUnknown(String patch, String field) {
        patched(patch)
                .statusCode(422)
                .body("errors.field", hasItem(field))
                .body("detail", not(containsString("of another type")));
    }

    @Test
    void aMemberThatThereIsNotCannotBeTakenAway() {
        patched("{\"filtr\": null}").statusCode(422);
        patched("{\"filter\": {\"platfroms\": null}}").statusCode(422);
    }

    @Test
    void aMemberThatOnlyTheAnswerHasIsToldSo() {
        patched("{\"id\": \"1\"}").statusCode(422).body("detail", not(containsString("as the answer of GET shows it")));
    }

    @Test
    void aLongValueIsNotSaidBackWhole() {
        patched("{\"filter\": {\"minSeverity\": \"" + "k".repeat(100_000) + "\"}}")
                .statusCode(422)
                .body("toString().length()", lessThan(2_000));
        patched("{\"" + "k".repeat(10_000) + "\": 1}").statusCode(422).body("toString().length()", lessThan(2_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": 1, \"url\": \"https://example.com/hook\"}",
                "{\"name\": \"a\", \"name\": \"b\", \"url\": \"https://example.com/hook\"}",
                "{\"name\": \"a\", \"url\": \"https://example.com/hook\"} and more",
                "{\"name\": \"a\", \"url\": \"https://example.com/hook\", \"filter\": {\"kind\": []}}",
            })
    void aBodyThatSaysMoreOrElseThanItShouldMakesNoSubscription(String body) {
        service().body(body).post("/subscriptions").then().statusCode(400);
    }

    @Test
    void aSwitchIsTrueOrFalse() {
        patched("{\"active\": \"\"}").statusCode(422).body("errors.field", hasItem("active"));
    }

    @Test
    void aHundredFaultsAreToldInFew() {
        String areas = "\"tax\", ".repeat(99) + "\"tax\"";
        patched("{\"filter\": {\"areas\": [" + areas + "]}}")
                .statusCode(422)
                .body("errors.size()", equalTo(10))
                .body("detail", containsString("and 90 more"));
    }

    @Test
    void aLimitThatIsNoNumberIsNamed() {
        service().get("/subscriptions?limit=abc").then().statusCode(400).body("detail", containsString("limit"));
    }

    @Test
    void anIdThatNoSubscriptionCanHaveIsNotFound() {
        service().urlEncodingEnabled(false).get("/subscriptions/%00").then().statusCode(404);
    }

    private static ValidatableResponse patched(String patch) {
        String id = service().body(BODY).post("/subscriptions").jsonPath().getString("id");
        return service().body(patch).patch("/subscriptions/" + id).then();
    }

    private static RequestSpecification service() {
        return given().header("Authorization", "Bearer test-token").contentType("application/json");
    }
}
