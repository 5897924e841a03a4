package dev.clausewatch.gateway.changes;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.DeliveryPurpose;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Settlement;
import dev.clausewatch.events.SettlementOutcome;
import dev.clausewatch.events.Severity;
import dev.clausewatch.events.Topic;
import dev.clausewatch.gateway.Gateway;
import dev.clausewatch.gateway.Story;
import dev.clausewatch.testing.CanonicalEvents;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithKafka
@WithPostgres
class ChangeApiTest {

    @Test
    void walksThroughEveryChangeOnce() {
        Story story = new Story("Paged");
        List<Story.Told> told = new ArrayList<>();
        for (int i = 1; i <= 23; i++) {
            told.add(story.detected(story.change(i, ChangeKind.EDITORIAL, Settlement.SETTLED, "a", "b")));
        }
        Gateway.tell(told);

        List<String> walked = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        do {
            JsonPath page = page("paged", cursor);
            walked.addAll(page.getList("items.id", String.class));
            cursor = page.getString("next");
            pages++;
        } while (cursor != null);

        assertEquals(5, pages);
        assertEquals(23, walked.size());
        assertEquals(23, new HashSet<>(walked).size());
        assertEquals(story.changeId(23), walked.get(0));
    }

    private static JsonPath page(String platform, @Nullable String cursor) {
        Response response = Gateway.signed()
                .get("/api/v1/changes?limit=5&platform=" + platform + (cursor == null ? "" : "&cursor=" + cursor));
        JsonPath page = response.jsonPath();
        if (page.getString("next") == null) {
            assertNull(response.header("Link"));
        } else {
            assertTrue(response.header("Link").startsWith("</api/v1/changes?limit=5"), () -> response.header("Link"));
        }
        return page;
    }

    @Test
    void filters() {
        Story story = new Story("Filtered");
        ChangeDetected high = story.change(1, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "a", "b");
        ChangeDetected low = story.change(2, ChangeKind.SUBSTANTIVE, Settlement.PENDING, "b", "c");
        ChangeDetected silent = story.change(3, ChangeKind.EDITORIAL, Settlement.SETTLED, "c", "d");
        Gateway.tell(List.of(
                story.classified(high, 0, Severity.HIGH, "eu-ai-act"),
                story.classified(low, 0, Severity.LOW, "copyright"),
                story.told(Topic.CLASSIFICATIONS, story.settled(low, SettlementOutcome.WITHDRAWN)),
                story.detected(silent)));
        assertEquals(List.of(silent, low, high), found(story, ""));
        assertEquals(List.of(high), found(story, "&severity=medium"));
        assertEquals(List.of(low, high), found(story, "&severity=low"));
        assertEquals(List.of(low), found(story, "&area=copyright"));
        assertEquals(List.of(low, high), found(story, "&type=non-compete"));
        assertEquals(List.of(silent), found(story, "&kind=editorial"));
        assertEquals(List.of(high), found(story, "&alert=true"));
        assertEquals(List.of(silent, low), found(story, "&alert=false"));
        assertEquals(List.of(low), found(story, "&since=2026-04-01T03:00:00Z&until=2026-04-01T04:00:00Z"));
        assertEquals(List.of(silent, low, high), found(story, "&termsType=terms%20of%20SERVICE"));
        assertEquals(List.of(silent, low, high), found(story, "&document=" + story.documentId()));
        Story other = new Story("Filtered Otherwise");
        Gateway.tell(List.of(other.registered()));
        assertEquals(List.of(), found(story, "&document=" + other.documentId()));
    }

    @Test
    void severityAreaAndTypeAreOfTheSameProvision() {
        Story story = new Story("Met");
        ChangeDetected apart = story.change(1, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "a", "b");
        ChangeDetected together = story.change(2, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "b", "c");
        Gateway.tell(List.of(
                story.classified(
                        apart,
                        Story.meaning("fees-or-refunds", Severity.HIGH, "consumer-contract"),
                        Story.meaning("ai-training", Severity.LOW, "eu-ai-act")),
                story.classified(
                        together,
                        Story.meaning("fees-or-refunds", Severity.LOW, "consumer-contract"),
                        Story.meaning("ai-training", Severity.HIGH, "eu-ai-act"))));
        assertEquals(List.of(together.changeId()), ids("met&severity=high&area=eu-ai-act"));
        assertEquals(List.of(together.changeId()), ids("met&severity=medium&type=ai-training"));
        assertEquals(List.of(apart.changeId()), ids("met&severity=high&area=consumer-contract"));
        assertEquals(List.of(), ids("met&area=eu-ai-act&type=fees-or-refunds"));
        assertEquals(List.of(together.changeId(), apart.changeId()), ids("met&severity=low&area=eu-ai-act"));
        assertEquals(List.of(together.changeId(), apart.changeId()), ids("met&severity=high"));
        assertEquals(List.of(together.changeId(), apart.changeId()), ids("met&area=eu-ai-act"));
    }

    @Test
    void goesByWhenATextWasFirstSeenAndSaysWhichArchiveHadIt() {
        Story story = new Story("Imported");
        Instant today = Story.at(2000);
        ChangeDetected old =
                story.imported(story.change(1, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "a", "b"), today);
        ChangeDetected live = story.change(5, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "b", "c");
        Gateway.tell(List.of(
                story.imported(2, "b", "https://archives.example/kept/imported-versions.git"),
                story.captured(6, "c"),
                story.detected(live),
                story.classified(old, Story.meaning("ai-training", Severity.HIGH, "eu-ai-act"))));
        assertEquals(List.of(live.changeId(), old.changeId()), ids("imported"));
        assertEquals(List.of(old.changeId()), ids("imported&until=2026-04-01T03:00:00Z"));
        assertEquals(List.of(), ids("imported&since=2026-04-01T07:00:00Z"));
        JsonPath item = Gateway.json("/api/v1/changes?platform=imported&until=2026-04-01T03:00:00Z");
        assertEquals("2026-04-01T02:00:00Z", item.getString("items[0].firstSeenAt"));
        assertEquals(today.toString(), item.getString("items[0].detectedAt"));
        assertEquals("IMPORT", item.getString("items[0].origin"));
        assertEquals("imported-versions", item.getString("items[0].archive.name"));
        assertEquals("https://archives.example/kept/imported-versions.git", item.getString("items[0].archive.address"));
        JsonPath detail = Gateway.json("/api/v1/changes/" + old.changeId());
        assertEquals("imported-versions", detail.getString("archive.name"));
        assertEquals("imported", detail.getString("alertableReason"));
        JsonPath version = Gateway.json("/api/v1/versions/" + story.snapshotId(2));
        assertEquals("imported-versions", version.getString("archive.name"));
        assertEquals("c0ffee", version.getString("archiveCommit"));
        assertNull(Gateway.json("/api/v1/changes?platform=imported&since=2026-04-01T05:00:00Z")
                .getString("items[0].archive"));
    }

    @ParameterizedTest
    @CsvSource({
        "Only Named, archive:kept+versions, kept versions,",
        "Only There, https://archives.example/kept-versions, kept-versions, https://archives.example/kept-versions"
    })
    void tellsTheArchiveOfADocumentInsteadOfAnAddress(
            String platform, String url, String name, @Nullable String address) {
        Story story = Story.archived(platform, url);
        ChangeDetected old =
                story.imported(story.change(1, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "a", "b"), Story.at(2000));
        Gateway.tell(List.of(
                story.known(),
                story.imported(2, "b", address == null ? name : address),
                story.classified(old, Story.meaning("ai-training", Severity.HIGH, "eu-ai-act"))));
        Map<String, String> places = new LinkedHashMap<>();
        places.put("/api/v1/documents/" + story.documentId(), "");
        places.put("/api/v1/documents?platform=" + Ids.slug(platform), "items[0].");
        places.put("/api/v1/changes?platform=" + Ids.slug(platform), "items[0].");
        places.forEach((place, item) -> assertArchive(place, item, item, name, address));
        assertArchive("/api/v1/changes/" + old.changeId(), "document.", "", name, address);
    }

    private static void assertArchive(
            String place, String document, String holder, String name, @Nullable String address) {
        JsonPath answer = Gateway.json(place);
        assertFalse(answer.prettify().contains("archive:"), answer::prettify);
        assertNull(answer.get(document + "url"), place);
        assertEquals(name, answer.getString(holder + "archive.name"), place);
        assertEquals(address, answer.getString(holder + "archive.address"), place);
    }

    private static List<String> ids(String platformAndFilter) {
        return Gateway.json("/api/v1/changes?platform=" + platformAndFilter).getList("items.id", String.class);
    }

    @Test
    void countsEachSubscriberOnceHoweverOftenItWasTold() {
        Story story = new Story("Counted");
        ChangeDetected change = story.change(1, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "a", "b");
        Gateway.tell(List.of(
                story.classified(change, 0, Severity.HIGH, "eu-ai-act"),
                story.delivered(change, "one", DeliveryPurpose.ALERT),
                story.delivered(change, "one", DeliveryPurpose.RETRACTION),
                story.delivered(change, "one", DeliveryPurpose.REINSTATEMENT),
                story.delivered(change, "two", DeliveryPurpose.ALERT),
                story.givenUp(change, "two", DeliveryPurpose.RETRACTION),
                story.givenUp(change, "three", DeliveryPurpose.ALERT),
                story.givenUp(change, "three", DeliveryPurpose.RETRACTION)));

        JsonPath told = Gateway.json("/api/v1/changes/" + change.changeId());

        assertEquals(2, told.getInt("deliveries.succeeded"));
        assertEquals(0, told.getInt("deliveries.retrying"));
        assertEquals(1, told.getInt("deliveries.exhausted"));
    }

    private static List<ChangeDetected> found(Story story, String filter) {
        List<ChangeDetected> all = List.of(
                story.change(1, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "a", "b"),
                story.change(2, ChangeKind.SUBSTANTIVE, Settlement.PENDING, "b", "c"),
                story.change(3, ChangeKind.EDITORIAL, Settlement.SETTLED, "c", "d"));
        return Gateway.json("/api/v1/changes?platform=filtered" + filter).getList("items.id", String.class).stream()
                .map(id -> all.stream()
                        .filter(change -> change.changeId().equals(id))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    @Test
    void namesTheBadParameterItsReasonAndTheAllowedValues() {
        Gateway.signed()
                .get("/api/v1/changes?severity=grave")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo("severity"))
                .body("allowed", hasItems("low", "medium", "high"));
        Gateway.signed().get("/api/v1/changes?limit=0").then().statusCode(400).body("parameter", equalTo("limit"));
        Gateway.signed().get("/api/v1/changes?cursor=x").then().statusCode(400).body("parameter", equalTo("cursor"));
        Gateway.signed().get("/api/v1/changes/none").then().statusCode(404).body("detail", containsString("none"));
    }

    @Test
    void refusesNamesThatAreNotKnownWithThoseThatAre() {
        Story story = new Story("Named");
        Gateway.tell(List.of(
                new Story.Told(Topic.REGISTER, CanonicalEvents.event(CanonicalEvents.registerPublished())),
                new Story.Told(Topic.DOCUMENTS, CanonicalEvents.event(CanonicalEvents.documentRegistered())),
                story.detected(story.change(1, ChangeKind.EDITORIAL, Settlement.SETTLED, "a", "b"))));
        String known = CanonicalEvents.registerPublished().areas().getFirst().id();
        refused("/api/v1/changes?area=nonsense", "area", known);
        refused(
                "/api/v1/changes?type=nonsense",
                "type",
                CanonicalEvents.registerPublished().types().getFirst().id());
        refused("/api/v1/changes?platform=nonsense", "platform", null);
        refused("/api/v1/changes?platform=%00", "platform", null);
        refused("/api/v1/documents?platform=nonsense", "platform", null);
        refused("/api/v1/changes?document=named/nonsense", "document", story.documentId());
        refused("/api/v1/changes?platform=named&document=nonsense", "document", null);
        refused("/api/v1/versions?document=named/nonsense", "document", story.documentId());
        refused("/api/v1/changes?termsType=nonsense", "termsType", "Terms of Service");
        refused("/api/v1/documents?health=nonsense", "health", "degraded");
        refused("/api/v1/changes?kind=nonsense", "kind", "editorial");
        Gateway.signed()
                .get("/api/v1/changes?platform=named&kind=editorial&area=" + known)
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void writesDurationsAsTheyAreDeclared() {
        Story story = new Story("Timed");
        Gateway.tell(List.of(story.registered()));
        String cadence = Gateway.json("/api/v1/documents/" + story.documentId()).getString("cadence");
        assertEquals("PT12H", cadence);
    }

    private static void refused(String address, String parameter, @Nullable String known) {
        Gateway.signed()
                .get(address)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:clausewatch:problem:bad-parameter"))
                .body("parameter", equalTo(parameter))
                .body("allowed", known == null ? not(empty()) : hasItems(known));
    }

    @Test
    void showsAChangeWithItsLawAndTheWordsItRestsOn() {
        Gateway.tell(List.of(
                new Story.Told(Topic.REGISTER, CanonicalEvents.event(CanonicalEvents.registerPublished())),
                new Story.Told(Topic.CLASSIFICATIONS, CanonicalEvents.event(CanonicalEvents.changeClassified()))));
        String id = CanonicalEvents.changeClassified().change().changeId();
        Gateway.signed()
                .get("/api/v1/changes/" + id)
                .then()
                .statusCode(200)
                .body("kind", equalTo("SUBSTANTIVE"))
                .body("from.sequence", equalTo(1))
                .body("alert", equalTo(true))
                .body("cause", equalTo("SITE"))
                .body("areas", hasItems("eu-competition", "copyright"))
                .body("titles.areas.eu-competition", equalTo("EU competition law"))
                .body("meaning", nullValue())
                .body("provisions", hasSize(1))
                .body("provisions[0].diff", hasSize(3))
                .body("provisions[0].instruments.citation", hasItems("Art. 102 TFEU"))
                .body(
                        "provisions[0].types[0].evidence[0].text",
                        equalTo("may not use it to train models that compete with ours"));
        Gateway.signed().get("/api/v1/register").then().statusCode(200).body("areas", hasSize(1));
    }

    @Test
    void servesChangesWhileAlertServiceIsAway() {
        Gateway.signed()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/subscriptions")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("title", equalTo("alert-service is away"));
        Gateway.signed()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/captures")
                .then()
                .statusCode(503)
                .body("service", equalTo("crawler-service"));
        Gateway.signed().get("/api/v1/changes").then().statusCode(200);
    }

    @Test
    void answersATextThatIsKnownWith304() {
        Story story = new Story("Cached");
        Gateway.tell(List.of(story.captured(1, "# Terms\n\nBe kind.\n")));
        String address = "/api/v1/versions/" + story.snapshotId(1) + "/text";
        Response text = Gateway.signed().get(address);
        assertEquals("# Terms\n\nBe kind.\n", text.asString());
        assertTrue(text.contentType().startsWith("text/markdown"), text::contentType);
        Gateway.signed()
                .header("If-None-Match", text.header("ETag"))
                .get(address)
                .then()
                .statusCode(304);
    }

    @Test
    void describesItselfInOpenApi() {
        Response document =
                Gateway.signed().header("Accept", "application/json").get("/q/openapi");
        assertEquals("listChanges", document.jsonPath().getString("paths.'/api/v1/changes'.get.operationId"));
        assertTrue(document.jsonPath().getString("openapi").startsWith("3.1"));
        assertEquals("bearer", document.jsonPath().getString("components.securitySchemes.api-key.scheme"));
        assertNull(document.jsonPath().get("paths.'/sign-in'"));
    }
}
