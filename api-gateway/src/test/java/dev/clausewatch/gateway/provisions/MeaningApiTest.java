package dev.clausewatch.gateway.provisions;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ProvisionRef;
import dev.clausewatch.gateway.Gateway;
import dev.clausewatch.gateway.Story;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What provisions do, whether a change touched them or not. */
@QuarkusTest
@WithKafka
@WithPostgres
class MeaningApiTest {

    private static final ProvisionRef FIRST = new ProvisionRef("meaning-a", "1.", List.of("Terms"), 0, 8);
    private static final ProvisionRef SECOND = new ProvisionRef("meaning-b", "2.", List.of("Terms"), 10, 14);

    @Test
    void aProvisionWaitsForItsAnswerAndHasItThenWhicheverVersionItStandsIn() {
        Story story = new Story("Meant");
        ChangeDetected baseline = story.version(1, ChangeKind.BASELINE, List.of(FIRST, SECOND));
        ChangeDetected second = story.version(2, ChangeKind.SUBSTANTIVE, List.of(FIRST, SECOND));
        ChangeDetected unlisted = story.version(3, ChangeKind.SUSPECT, List.of(FIRST));
        Gateway.tell(List.of(
                story.registered(),
                story.detected(baseline),
                story.segmented(baseline, "meant-1", "meant-2"),
                story.detected(second),
                story.segmented(second, "meant-1", "meant-3"),
                story.detected(unlisted)));
        provisions(story, "").body("items.meaning.assessment", contains("PENDING", "PENDING"));

        Gateway.tell(List.of(
                Story.assessed("meant-1", Story.at(1), "ai-training", "copyright"),
                Story.assessed("meant-3", Story.at(1), null)));
        provisions(story, "")
                .body("items.meaning.assessment", contains("ASSESSED", "ASSESSED"))
                .body("items[0].meaning.types.id", contains("ai-training"))
                .body("items[0].meaning.types[0].evidence[0].end", equalTo(2))
                .body("items[0].meaning.areas", contains("copyright"))
                .body("items[0].meaning.ruleset.version", equalTo("1"))
                .body("items[1].meaning.types", empty());
        provisions(story, "?version=" + story.snapshotId(1))
                .body("items.meaning.assessment", contains("ASSESSED", "PENDING"));
        provisions(story, "?version=" + story.snapshotId(3)).body("items[0].meaning", nullValue());
    }

    @Test
    void provisionsOfAllPlatformsAreFoundByWhatTheyDo() {
        Story one = told("Found One", "found-1", "found-2");
        Story two = told("Found Two", "found-1", "found-3");
        Story gone = new Story("Found Gone");
        ChangeDetected last = gone.version(1, ChangeKind.BASELINE, List.of(FIRST));
        Gateway.tell(List.of(
                gone.detected(last),
                gone.segmented(last, "found-1"),
                gone.retired(),
                Story.assessed("found-1", Story.at(2), "found-type", "found-area"),
                Story.assessed("found-2", Story.at(2), "found-type"),
                Story.assessed("found-3", Story.at(2), "trackers", "found-area")));

        List<String> found = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = Gateway.json(
                    "/api/v1/provisions?type=found-type&limit=1" + (next.isEmpty() ? "" : "&cursor=" + next));
            found.add(page.getString("items[0].documentId") + " " + page.getString("items[0].provision.text"));
            next = page.getString("next");
        }
        assertEquals(
                List.of(one.documentId() + " Be kind.", one.documentId() + " Ask.", two.documentId() + " Be kind."),
                found);
        found("?type=found-type&area=found-area").body("items.platform", contains("Found One", "Found Two"));
        found("?area=found-area&platform=found-two").body("items.provision.id", contains("meaning-a", "meaning-b"));
        Gateway.signed()
                .get("/api/v1/provisions?platform=nobody-has-this-name")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("platform"));
    }

    @Test
    void coverageSaysWhichDocumentsHaveSuchAClauseAndWhichHaveNone() {
        Story has = told("Covered", "covered-1", "covered-2");
        Story lacks = told("Uncovered", "covered-2", "covered-3");
        Gateway.tell(List.of(
                Story.assessed("covered-1", Story.at(2), "non-compete"),
                Story.assessed("covered-2", Story.at(2), null)));
        coverage("?type=non-compete&platform=covered")
                .body("items.documentId", contains(has.documentId()))
                .body("items[0].matching", equalTo(1))
                .body("items[0].pending", equalTo(0))
                .body("items[0].provisions", equalTo(2));
        coverage("?type=non-compete&platform=uncovered&covered=false")
                .body("items.documentId", contains(lacks.documentId()))
                .body("items[0].matching", equalTo(0))
                .body("items[0].pending", equalTo(1));
        coverage("?type=non-compete&platform=uncovered&covered=true").body("items", empty());
        Gateway.signed()
                .get("/api/v1/coverage?platform=covered")
                .then()
                .statusCode(400)
                .body("detail", containsString("it is needed"));
    }

    @Test
    void whatCouldNotBeAssessedIsNeitherNoneNorFound() {
        Story story = told("Unread", "unread-1", "unread-2");
        Gateway.tell(List.of(Story.assessed("unread-1", Story.at(2), null), Story.unassessed("unread-2", Story.at(2))));
        coverage("?type=non-compete&platform=unread&covered=false")
                .body("items.documentId", contains(story.documentId()))
                .body("items[0].matching", equalTo(0))
                .body("items[0].pending", equalTo(0))
                .body("items[0].unassessed", equalTo(1))
                .body("items[0].provisions", equalTo(2));
        found("?platform=unread").body("items.provision.id", contains("meaning-a"));
        provisions(story, "").body("items.meaning.assessment", contains("ASSESSED", "NOT_ASSESSED"));

        Gateway.tell(List.of(Story.assessed("unread-2", Story.at(3), "non-compete")));
        coverage("?type=non-compete&platform=unread")
                .body("items[0].matching", equalTo(1))
                .body("items[0].unassessed", equalTo(0));
    }

    @Test
    void aDocumentWhoseProvisionsAreNotKnownIsInTheCoverageWithNone() {
        Story story = new Story("Unlisted");
        Gateway.tell(List.of(story.registered()));
        coverage("?type=non-compete&platform=unlisted&covered=false")
                .body("items.documentId", contains(story.documentId()))
                .body("items[0].matching", equalTo(0))
                .body("items[0].provisions", equalTo(0));
        coverage("?type=non-compete&platform=unlisted&covered=true").body("items", empty());
    }

    /** A platform with one document of two provisions. */
    private static Story told(String platform, String firstWording, String secondWording) {
        Story story = new Story(platform);
        ChangeDetected baseline = story.version(1, ChangeKind.BASELINE, List.of(FIRST, SECOND));
        Gateway.tell(List.of(
                story.registered(),
                story.captured(1, "Be kind.\n\nAsk.\n"),
                story.detected(baseline),
                story.segmented(baseline, firstWording, secondWording)));
        return story;
    }

    private static ValidatableResponse provisions(Story story, String query) {
        return get("/api/v1/documents/" + story.documentId() + "/provisions" + query);
    }

    private static ValidatableResponse found(String query) {
        return get("/api/v1/provisions" + query);
    }

    private static ValidatableResponse coverage(String query) {
        return get("/api/v1/coverage" + query);
    }

    private static ValidatableResponse get(String address) {
        return Gateway.signed().get(address).then().statusCode(200);
    }
}
