package dev.clausewatch.alert.subscription;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clausewatch.alert.destination.DestinationConfig;
import dev.clausewatch.alert.destination.MailConfig;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
@SuppressWarnings("NullAway.Init")
class SubscriptionApiTest {

    @Inject
    SubscriptionRepository subscriptions;

    @Inject
    DestinationConfig config;

    @Inject
    MailConfig mail;

    @Inject
    Event<SubscriptionStateChanged> changes;

    @Inject
    Event<ConfirmationNeeded> confirmations;

    @Inject
    SubscriptionAccess access;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    private static final String BODY = """
            {"name": "Legal", "url": "https://example.com/hook",
             "filter": {"platforms": ["Nimbus Chat"], "areas": ["eu-ai-act"], "minSeverity": "medium"}}""";

    @Test
    void onlyServicesMayAsk() {
        given().get("/subscriptions").then().statusCode(401).contentType(containsString("problem+json"));
    }

    @Test
    void theSecretIsShownOnceOnly() {
        JsonPath made = service()
                .body(BODY)
                .post("/subscriptions")
                .then()
                .statusCode(201)
                .header("Location", containsString("/subscriptions/"))
                .body("secret", startsWith("whsec_"))
                .extract()
                .jsonPath();

        service()
                .get("/subscriptions/" + made.getString("id"))
                .then()
                .statusCode(200)
                .body("secret", nullValue())
                .body("filter.areas[0]", is("eu-ai-act"))
                .body("filter.minSeverity", is("MEDIUM"))
                .body("events", contains("changes"))
                .body("active", is(true));
    }

    @Test
    void onlyItsKeyAndAdministratorsSeeAndChangeWhereASubscriptionSends() {
        String made = as("mine", false)
                .body(BODY)
                .post("/subscriptions")
                .then()
                .statusCode(201)
                .body("owner", is("mine"))
                .extract()
                .jsonPath()
                .getString("id");
        String path = "/subscriptions/" + made;
        as("mine", false).get(path).then().body("url", is("https://example.com/hook"));
        as("other", true).get(path).then().body("url", is("https://example.com/hook"));
        as("other", false)
                .get(path)
                .then()
                .statusCode(200)
                .body("url", is("https://example.com/…"))
                .body("filter.areas[0]", is("eu-ai-act"));
        assertEquals("https://example.com/…", listed(as("other", false), made));
        as("other", false)
                .body("{\"url\": \"https://example.org\"}")
                .patch(path)
                .then()
                .statusCode(403);
        as("other", false).post(path + "/rotate-secret").then().statusCode(403);
        as("other", false).post(path + "/test").then().statusCode(403);
        as("other", false).delete(path).then().statusCode(403);
        as("mine", false).body("{\"name\": \"Mine\"}").patch(path).then().statusCode(200);
        String delivery = as("mine", false)
                .post(path + "/test")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getString("id");
        as("other", false).post("/deliveries/" + delivery + "/redeliver").then().statusCode(403);
        as("other", false)
                .get("/deliveries/" + delivery)
                .then()
                .statusCode(200)
                .body("attempts", nullValue())
                .body("lastReason", nullValue());
        as("mine", false).get("/deliveries/" + delivery).then().body("attempts", notNullValue());
        as("mine", false).delete(path).then().statusCode(204);
    }

    @Test
    void oneThatNobodyKnowsTheOwnerOfBelongsToAdministrators() {
        String path = "/subscriptions/"
                + service().body(BODY).post("/subscriptions").jsonPath().getString("id");
        as("any", false).delete(path).then().statusCode(403);
        as("any", true).delete(path).then().statusCode(204);
    }

    private static @Nullable String listed(RequestSpecification caller, String id) {
        String cursor = "";
        while (cursor != null) {
            JsonPath page = given().spec(caller)
                    .get("/subscriptions?limit=100&cursor=" + cursor)
                    .jsonPath();
            String url = page.getString("items.find { it.id == '%s' }.url".formatted(id));
            if (url != null) {
                return url;
            }
            cursor = page.getString("next");
        }
        return null;
    }

    private static RequestSpecification as(String key, boolean admin) {
        return service().header("Clausewatch-Key", key).header("Clausewatch-Admin", admin);
    }

    /** The filters of all are kept in memory. */
    @Test
    void thereIsALimitToFiltersAndToTheirNumber() {
        String documents = IntStream.range(0, 100)
                .mapToObj(i -> "\"%s\"".formatted("d".repeat(170) + i))
                .collect(Collectors.joining(", "));
        service()
                .body(BODY.replace("\"platforms\": [\"Nimbus Chat\"]", "\"documents\": [" + documents + "]"))
                .post("/subscriptions")
                .then()
                .statusCode(422)
                .body("errors.field", contains("filter"));
        SubscriptionResource full = new SubscriptionResource(
                subscriptions, config, mail, changes, confirmations, json, () -> 0, access, clock);
        HttpProblem refused = assertThrows(
                HttpProblem.class,
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> full.create(json.readValue(BODY, SubscriptionRequest.class))));
        assertEquals(409, refused.getStatusCode());
        assertTrue(refused.getDetail().contains("CLAUSEWATCH_SUBSCRIPTION_MOST"), refused.getDetail());
    }

    @Test
    void aSubscriptionSaysWhatItWantsToHearOf() {
        String url = service()
                .body(BODY.replace("\"filter\"", "\"events\": [\"source-health\", \"changes\"], \"filter\""))
                .post("/subscriptions")
                .then()
                .statusCode(201)
                .body("events", contains("changes", "source-health"))
                .extract()
                .header("Location");
        String path = url.substring(url.indexOf("/subscriptions/"));

        service().body("{\"name\": \"Law\"}").patch(path).then().body("events", contains("changes", "source-health"));
        service()
                .body("{\"events\": [\"source-health\"]}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("events", contains("source-health"));
        service()
                .body("{\"events\": [\"changes\", \"weather\"]}")
                .patch(path)
                .then()
                .statusCode(422)
                .body("errors.field", contains("events[1]"))
                .body("errors[0].remedy", is("one of changes, source-health"));
        service().body("{\"events\": []}").patch(path).then().statusCode(422).body("errors.field", contains("events"));
    }

    @Test
    void aWrongRequestIsToldFieldByFieldWhatToSendInstead() {
        service()
                .body("""
                        {"name": " ", "url": "ftp://example.com",
                         "filter": {"areas": ["copyright", "tax"], "minSeverity": "extreme", "platforms": [""]}}""")
                .post("/subscriptions")
                .then()
                .statusCode(422)
                .contentType(containsString("problem+json"))
                .body(
                        "errors.field",
                        hasItems("name", "url", "filter.areas[1]", "filter.minSeverity", "filter.platforms[0]"))
                .body("errors.find { it.field == 'filter.minSeverity' }.remedy", is("one of LOW, MEDIUM, HIGH"))
                .body("errors.find { it.field == 'filter.areas[1]' }.remedy", containsString("eu-ai-act"));
    }

    @Test
    void whatIsNoJsonIsABadRequest() {
        service().body("{no json").post("/subscriptions").then().statusCode(400);
    }

    @Test
    void aPatchChangesWhatItNamesAndNothingElse() {
        String id = service().body(BODY).post("/subscriptions").jsonPath().getString("id");

        service()
                .body("{\"name\": \"Compliance\", \"active\": false}")
                .patch("/subscriptions/" + id)
                .then()
                .statusCode(200)
                .body("name", is("Compliance"))
                .body("url", is("https://example.com/hook"))
                .body("filter.platforms[0]", is("Nimbus Chat"))
                .body("active", is(false))
                .body("inactiveReason", is("paused"));
        service().body("{\"url\": \"\"}").patch("/subscriptions/" + id).then().statusCode(422);
        service().post("/subscriptions/" + id + "/test").then().statusCode(409);
    }

    @Test
    void aPatchOfTheFilterKeepsTheRestOfIt() {
        String path = "/subscriptions/"
                + service().body(BODY).post("/subscriptions").jsonPath().getString("id");

        service()
                .body("{\"filter\": {\"areas\": [\"copyright\"]}}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("filter.areas", contains("copyright"))
                .body("filter.platforms", contains("Nimbus Chat"))
                .body("filter.minSeverity", is("MEDIUM"));
        service()
                .body("{\"filter\": {\"minSeverity\": null, \"platforms\": []}}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("filter.areas", contains("copyright"))
                .body("filter.platforms", empty())
                .body("filter.minSeverity", nullValue());
        service().body("{\"filter\": null}").patch(path).then().statusCode(200).body("filter.areas", empty());
        service().body("{\"name\": null}").patch(path).then().statusCode(422).body("errors.field", contains("name"));
        service()
                .body("{\"filter\": {\"areas\": \"copyright\"}}")
                .patch(path)
                .then()
                .statusCode(422)
                .body("errors.field", contains("filter.areas"));
        service().body("[]").patch(path).then().statusCode(422);
    }

    @Test
    void aFilterAsksForAllThatAnEventTells() {
        String path = "/subscriptions/"
                + service()
                        .body("""
                                {"name": "Legal", "url": "https://example.com/hook",
                                 "filter": {"types": ["non-compete"], "instruments": ["gdpr"], "directions": ["worse", "unclear"],
                                  "minMateriality": "material", "kinds": ["substantive"], "languages": ["en"], "jurisdictions": ["EU"],
                                  "provisions": ["p-1"], "words": "\\"indirect damages\\" OR indemnif*"}}""")
                        .post("/subscriptions")
                        .then()
                        .statusCode(201)
                        .body("filter.platforms", empty())
                        .body("filter.directions", contains("WORSE", "UNCLEAR"))
                        .body("filter.minMateriality", is("MATERIAL"))
                        .body("filter.words", is("\"indirect damages\" OR indemnif*"))
                        .extract()
                        .jsonPath()
                        .getString("id");
        service()
                .body("{\"filter\": {\"words\": null, \"directions\": [\"better\"]}}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("filter.words", nullValue())
                .body("filter.directions", contains("BETTER"))
                .body("filter.types", contains("non-compete"))
                .body("filter.provisions", contains("p-1"));
        service()
                .body("{\"filter\": {\"words\": \"*train\", \"directions\": [\"sideways\"]}}")
                .patch(path)
                .then()
                .statusCode(422)
                .body("errors.field", hasItems("filter.words", "filter.directions[0]"))
                .body("errors.find { it.field == 'filter.words' }.reason", containsString("wildcard"));
        service().get(path).then().body("filter.directions", contains("BETTER"));
    }

    @Test
    void aDeletedSubscriptionIsNotFound() {
        String id = service().body(BODY).post("/subscriptions").jsonPath().getString("id");

        service().delete("/subscriptions/" + id).then().statusCode(204);

        service().get("/subscriptions/" + id).then().statusCode(404).contentType(containsString("problem+json"));
        service().get("/subscriptions/" + id + "/deliveries").then().statusCode(404);
        service().delete("/subscriptions/" + id).then().statusCode(404);
    }

    @Test
    void aListIsReadPageByPage() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            made.add(service().body(BODY).post("/subscriptions").jsonPath().getString("id"));
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page =
                    service().get("/subscriptions?limit=2&cursor=" + cursor).jsonPath();
            seen.addAll(page.getList("items.id", String.class));
            cursor = page.getString("next");
        }

        assertTrue(seen.containsAll(made));
        assertEquals(seen.size(), seen.stream().distinct().count());
        service().get("/subscriptions?cursor=nonsense").then().statusCode(400);
        service().get("/subscriptions?limit=101").then().statusCode(400);
    }

    private static RequestSpecification service() {
        return given().header("Authorization", "Bearer test-token").contentType("application/json");
    }
}
