package dev.clausewatch.gateway.documents;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ProvisionRef;
import dev.clausewatch.events.Settlement;
import dev.clausewatch.events.SettlementOutcome;
import dev.clausewatch.events.Severity;
import dev.clausewatch.events.StatedDate;
import dev.clausewatch.events.Topic;
import dev.clausewatch.gateway.Gateway;
import dev.clausewatch.gateway.Story;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Any text on any day, and what is not known is said. Stories begin on 1 April 2026; each version comes an hour after the one before. */
@QuarkusTest
@WithKafka
@WithPostgres
class AnyDayApiTest {

    @Inject
    Database database;

    @Test
    void tellsTheThreeDatesOfAVersionApart() {
        Story story = new Story("Dated Versions");
        Gateway.tell(List.of(
                story.captured(1, "One.\n"),
                story.captured(2, "Two.\n"),
                story.verified(2, Story.at(30)),
                story.detected(story.dated(
                        1,
                        new StatedDate(StatedDate.Label.UPDATED, "2 April 2026", LocalDate.parse("2026-04-02"), 0, 3),
                        new StatedDate(
                                StatedDate.Label.EFFECTIVE, "1 May 2026", LocalDate.parse("2026-05-01"), 0, 3)))));

        JsonPath versions = Gateway.json("/api/v1/documents/" + story.documentId() + "/versions");
        assertEquals(List.of(2, 1), versions.getList("items.sequence"));
        assertEquals("2026-04-01T02:00:00Z", versions.getString("items[0].firstSeenAt"));
        assertEquals("2026-05-01", versions.getString("items[0].effective"));
        assertEquals("2026-04-02T06:00:00Z", versions.getString("items[0].lastVerifiedAt"));
        assertEquals(story.changeId(1), versions.getString("items[0].changeId"));
        assertNull(versions.getString("items[0].stoodUntil"));
        assertEquals("2026-04-01T02:00:00Z", versions.getString("items[1].stoodUntil"));
        assertEquals(story.snapshotId(2), versions.getString("items[1].nextSnapshotId"));
        assertEquals(story.snapshotId(1), versions.getString("items[0].previousSnapshotId"));
    }

    @Test
    void readsStatedDatesFromTheEventOfARowOfAnEarlierRelease() {
        Story story = new Story("Dated Before");
        ChangeDetected change = story.dated(
                1, new StatedDate(StatedDate.Label.EFFECTIVE, "1 May 2026", LocalDate.parse("2026-05-01"), 0, 3));
        Gateway.tell(List.of(story.captured(2, "Two.\n"), story.classified(change, 0, Severity.LOW, "copyright")));
        database.sql("update read.change set stated_dates = null where change_id = :id")
                .bind("id", story.changeId(1))
                .update();

        assertEquals(
                "2026-05-01",
                Gateway.json("/api/v1/versions/" + story.snapshotId(2)).getString("effective"));
    }

    @Test
    void givesTheVersionThatStoodOnADay() {
        Story story = new Story("Standing");
        Gateway.tell(List.of(
                story.captured(1, "One.\n"),
                story.verified(1, Story.at(30)),
                story.captured(50, "Two.\n"),
                story.verified(50, Story.at(60))));

        on(story, "2026-04-01")
                .body("version.snapshotId", equalTo(story.snapshotId(1)))
                .body("knowledge", equalTo("SEEN"))
                .body("laterVersions", equalTo(1))
                .body("upToDateAsOf", equalTo("2026-04-03T12:00:00Z"));
        on(story, "2026-04-03").body("version.snapshotId", equalTo(story.snapshotId(50)));
        on(story, "2026-04-03T01:59:59Z")
                .body("version.snapshotId", equalTo(story.snapshotId(1)))
                .body("knowledge", equalTo("BETWEEN"))
                .body("note", containsString("Which of both stood in between was not seen"));
        on(story, "2026-04-03T02:00:00Z").body("version.snapshotId", equalTo(story.snapshotId(50)));
        on(story, "2026-05-01")
                .body("version.snapshotId", equalTo(story.snapshotId(50)))
                .body("knowledge", equalTo("NOT_SEEN_SINCE"))
                .body("laterVersions", equalTo(0));
        Gateway.signed()
                .get(address(story, "/version"))
                .then()
                .statusCode(200)
                .body("on", equalTo("now"))
                .body("knowledge", equalTo("SEEN"))
                .body("version.snapshotId", equalTo(story.snapshotId(50)));
    }

    @Test
    void saysWhyNothingIsKnownOfADay() {
        Story story = new Story("Unknown Then");
        Story waiting = new Story("Unknown Still");
        Story failing = new Story("Unknown Failing");
        Gateway.tell(List.of(
                story.captured(5, "One.\n"), waiting.registered(), failing.registered(), failing.failed(Story.at(1))));

        asked(story, "2026-03-31")
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:clausewatch:problem:nothing-known"))
                .body("reason", equalTo("before-first-version"))
                .body("firstSeenAt", equalTo("2026-04-01T05:00:00Z"))
                .body("firstVersion", equalTo(story.snapshotId(5)));
        asked(waiting, "2026-04-01")
                .statusCode(404)
                .body("reason", equalTo("no-version"))
                .body("detail", containsString("not read yet"));
        asked(failing, "2026-04-01").statusCode(404).body("detail", containsString("No answer."));
        asked(story, "9000-01-01").statusCode(400).body("parameter", equalTo("on"));
        asked(story, "yesterday").statusCode(400);
        Gateway.signed()
                .get("/api/v1/documents/nobody/terms/version?on=2026-04-01")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:clausewatch:problem:not-found"));
    }

    @Test
    void passesOverSuspectTextsUntilTheyAreConfirmed() {
        Story story = new Story("Suspected");
        ChangeDetected suspect = story.change(1, ChangeKind.SUSPECT, Settlement.PENDING, "a", "b");
        Gateway.tell(List.of(story.captured(1, "One.\n"), story.captured(2, "Sign in.\n"), story.detected(suspect)));
        on(story, "2026-04-02").body("version.sequence", equalTo(1)).body("version.stoodUntil", nullValue());

        Gateway.tell(List.of(story.told(Topic.CHANGES, story.settled(suspect, SettlementOutcome.CONFIRMED))));
        on(story, "2026-04-02").body("version.sequence", equalTo(2));
    }

    @Test
    void listsTheProvisionsThatStoodOnADay() {
        Story story = new Story("Provided");
        Gateway.tell(List.of(
                story.captured(1, "Be good.\n"),
                story.captured(50, "Be kind.\n"),
                story.detected(story.version(
                        1, ChangeKind.BASELINE, List.of(new ProvisionRef("provided", null, List.of(), 0, 8)))),
                story.detected(story.version(
                        50, ChangeKind.SUBSTANTIVE, List.of(new ProvisionRef("provided", null, List.of(), 0, 8))))));
        String provisions = address(story, "/provisions");

        assertEquals(
                List.of("Be good."), Gateway.json(provisions + "?on=2026-04-02").getList("items.text"));
        assertEquals(
                List.of("Be kind."), Gateway.json(provisions + "?on=2026-04-03").getList("items.text"));
        Gateway.signed()
                .get(provisions + "?on=2026-03-01")
                .then()
                .statusCode(404)
                .body("reason", equalTo("before-first-version"));
        Gateway.signed()
                .get(provisions + "?on=2026-04-02&version=" + story.snapshotId(1))
                .then()
                .statusCode(400);
    }

    private static ValidatableResponse on(Story story, String day) {
        return asked(story, day).statusCode(200).body("on", equalTo(day));
    }

    private static ValidatableResponse asked(Story story, String day) {
        return Gateway.signed().get(address(story, "/version?on=" + day)).then();
    }

    private static String address(Story story, String below) {
        return "/api/v1/documents/" + story.documentId() + below;
    }
}
