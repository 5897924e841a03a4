package dev.clausewatch.gateway.pages;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.Assessment;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.EngagedLaw;
import dev.clausewatch.events.EvidenceSpan;
import dev.clausewatch.events.MachineReading;
import dev.clausewatch.events.MachineSummary;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.ProvisionRef;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.RegisterPublished;
import dev.clausewatch.events.RegisterPublished.Enforcement;
import dev.clausewatch.events.Settlement;
import dev.clausewatch.events.Severity;
import dev.clausewatch.events.Side;
import dev.clausewatch.events.StatedDate;
import dev.clausewatch.events.ToolVersion;
import dev.clausewatch.events.Topic;
import dev.clausewatch.events.TouchedProvision;
import dev.clausewatch.gateway.Gateway;
import dev.clausewatch.gateway.Story;
import dev.clausewatch.testing.CanonicalEvents;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
class PagesTest {

    @Test
    void sendsStrangersToTheSignInAndBack() {
        given().redirects()
                .follow(false)
                .get("/changes/1?a=b")
                .then()
                .statusCode(303)
                .header("Location", containsString("/sign-in?to=%2Fchanges%2F1%3Fa%3Db"));
        given().get("/sign-in?to=/changes/1").then().statusCode(200).body(containsString("value=\"/changes/1\""));
    }

    @Test
    void signsInWithAKeyAndOutAgain() {
        Response signedIn = signIn(Gateway.firstKey(), "/documents");
        assertEquals(303, signedIn.statusCode());
        assertTrue(signedIn.header("Location").endsWith("/documents"), () -> signedIn.header("Location"));
        String cookie = signedIn.header("Set-Cookie");
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
        String token = signedIn.cookie("cw_session");
        person(token).get("/documents").then().statusCode(200).body(containsString("<h1>Documents</h1>"));
        person(token).redirects().follow(false).post("/sign-out").then().statusCode(303);
        person(token).redirects().follow(false).get("/documents").then().statusCode(303);
    }

    @Test
    void refusesAWrongKeyAndAForeignForm() {
        signIn("cw_wrong", "/").then().statusCode(401).body(containsString("role=\"alert\""));
        given().header("Origin", "https://evil.example")
                .formParam("key", Gateway.firstKey())
                .post("/sign-in")
                .then()
                .statusCode(403);
    }

    @Test
    void letsALinkFromAMailReachTheSessionsPage() {
        given().header("Sec-Fetch-Site", "cross-site")
                .get("/changes/1?a=%22%3E%3Cscript%3E")
                .then()
                .statusCode(200)
                .body(containsString("http-equiv=\"refresh\""))
                .body(not(containsString("<script")));
    }

    @Test
    void aLinkInAMailAsksBeforeItActsAndNeedsNoSession() {
        for (String action : List.of("confirm", "unsubscribe")) {
            String link = "/mail/" + action + "?subscription=1&token=%22%3E%3Cscript%3E";
            given().header("Sec-Fetch-Site", "cross-site")
                    .get(link)
                    .then()
                    .statusCode(200)
                    .body(containsString("<form method=\"post\">"))
                    .body(not(containsString("<script")));
            // Alert-service, which acts, is away in these tests.
            given().accept("text/html")
                    .formParam("List-Unsubscribe", "One-Click")
                    .post(link)
                    .then()
                    .statusCode(503)
                    .body(containsString("<h1>"))
                    .body(not(containsString("have stopped")));
        }
    }

    @Test
    void showsHostileWordsAsWords() {
        Story story = new Story("Hostile <img src=x>");
        String hostile = "You agree to <script>alert(1)</script> & \"more\".";
        ChangeDetected change = story.change(1, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "You agree.", hostile);
        Gateway.tell(List.of(
                story.captured(1, "# <b>Terms</b>\n\n" + hostile + "\n"),
                story.classified(change, 0, Severity.HIGH, "eu-ai-act\"><script>")));
        String session = session();
        String page = person(session)
                .get("/changes/" + story.changeId(1))
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .body(containsString("<ins><mark>You </mark></ins>"))
                .body(containsString("&lt;script&gt;alert(1)&lt;/script&gt;"))
                .extract()
                .asString();
        String home = person(session).get("/?platform=hostile-img-src-x").asString();
        String text = person(session).get("/texts/" + story.snapshotId(1)).asString();
        for (String html : List.of(page, home, text)) {
            assertTrue(!html.contains("<script") && !html.contains("<img"), html);
        }
        assertTrue(home.contains("Hostile &lt;img src=x&gt;"), home);
        assertTrue(text.contains("&lt;b&gt;Terms&lt;/b&gt;"), text);
    }

    @Test
    void marksWhatALanguageModelWroteAndSaysWhenItIsUnavailable() {
        Story story = new Story("Summarised");
        Story.Told first = story.classified(
                story.change(1, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "a", "b"), 0, Severity.HIGH, "eu-ai-act");
        Story.Told second = story.classified(
                story.change(2, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "b", "c"), 0, Severity.HIGH, "eu-ai-act");
        Gateway.tell(List.of(
                first,
                second,
                story.summarised(first, MachineSummary.written("Now it is <b>b</b>.", "some-model", Story.at(40))),
                story.summarised(second, MachineSummary.unavailable("timed-out", "some-model", Story.at(40)))));
        String session = session();
        person(session)
                .get("/changes/" + story.changeId(1))
                .then()
                .body(containsString("Now it is &lt;b&gt;b&lt;/b&gt;."))
                .body(containsString("Written by a language model (some-model)"));
        person(session)
                .get("/changes/" + story.changeId(2))
                .then()
                .body(containsString("language model (some-model) is unavailable: Timed out."));
        Gateway.signed()
                .get("/api/v1/changes/" + story.changeId(1))
                .then()
                .body("machineSummary.status", equalTo("WRITTEN"))
                .body("classificationCause", equalTo("MACHINE_SUMMARY"))
                .body("summary", equalTo("Summary 0"));
    }

    @Test
    void marksWhatALanguageModelReadAndShowsTheDifference() {
        Story story = new Story("Read");
        Story.Told first = story.classified(
                story.change(1, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "aaaa", "bbbb"),
                0,
                Severity.HIGH,
                "eu-ai-act");
        Story.Told second = story.classified(
                story.change(2, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "bbbb", "cccc"),
                0,
                Severity.HIGH,
                "eu-ai-act");
        ProvisionType type = new ProvisionType(
                "ai-training", 1, List.of(new EvidenceSpan(Side.AFTER, 0, 4, "language-model/<b>model</b>")));
        Gateway.tell(List.of(
                first,
                second,
                story.read(first, MachineReading.read(List.of(type), "<b>model</b>", Story.at(40))),
                story.read(second, MachineReading.unavailable("timed-out", "some-model", Story.at(40)))));
        String session = session();
        person(session)
                .get("/changes/" + story.changeId(1))
                .then()
                .body(containsString("Read by &lt;b&gt;model&lt;/b&gt;, a language model: "))
                .body(containsString("Differs: only there "))
                .body(containsString("It decides nothing here."));
        person(session)
                .get("/changes/" + story.changeId(2))
                .then()
                .body(
                        containsString(
                                "The reading by a language model (some-model) is unavailable: Timed out. The built-in answer stands."));
        Gateway.signed()
                .get("/api/v1/changes/" + story.changeId(1))
                .then()
                .body("classificationCause", equalTo("MACHINE_READING"))
                .body("provisions[0].machineReading.status", equalTo("READ"))
                .body("provisions[0].machineReading.decides", equalTo(false))
                .body("provisions[0].machineReading.types.id", equalTo(List.of("ai-training")))
                .body("provisions[0].machineReading.builtIn.id", equalTo(List.of("non-compete")))
                .body("provisions[0].machineReading.onlyMachine", equalTo(List.of("ai-training")))
                .body("provisions[0].machineReading.onlyBuiltIn", equalTo(List.of("non-compete")));
    }

    @Test
    void saysWhoCorrectedAProvision() {
        Story story = new Story("Corrected");
        ChangeDetected change = story.change(1, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "a", "b");
        Gateway.tell(List.of(
                story.classified(change, 0, Severity.LOW, "copyright"),
                story.classified(change, 1, Severity.HIGH, "eu-ai-act")));
        person(session())
                .get("/changes/" + story.changeId(1))
                .then()
                .statusCode(200)
                .body(containsString("Corrected by Ada Reviewer on "))
                .body(containsString("It forbids a rival product."));
        Gateway.signed()
                .get("/api/v1/changes/" + story.changeId(1))
                .then()
                .statusCode(200)
                .body("provisions[0].correction.reviewer", equalTo("Ada Reviewer"))
                .body("correction", equalTo(1));
        Gateway.signed()
                .body("{}")
                .put("/api/v1/changes/" + story.changeId(1) + "/provisions/provision/correction")
                .then()
                .statusCode(503)
                .body("service", equalTo("classifier-service"));
    }

    @Test
    void tellsTheLifeOfAProvision() {
        Story story = new Story("Lived");
        ChangeDetected edited = story.version(
                2,
                ChangeKind.SUBSTANTIVE,
                List.of(new ProvisionRef("lived-1", "4.2", List.of("<b>Terms</b>"), 0, 6)),
                new TouchedProvision(
                        "lived-1",
                        Set.of(ProvisionChange.EDITED),
                        List.of(),
                        new ProvisionText("lived-1", "4.2", List.of(), null, "Pay <i>", 0, 7),
                        new ProvisionText("lived-1", "4.2", List.of(), null, "Pay <u>", 0, 7),
                        List.of()));
        Gateway.tell(List.of(story.captured(2, "Pay <u>"), story.detected(edited)));
        String session = session();
        person(session)
                .get("/changes/" + edited.changeId())
                .then()
                .statusCode(200)
                .body(containsString("href=\"/provisions/lived-1\""));
        person(session)
                .get("/provisions/lived-1")
                .then()
                .statusCode(200)
                .body(containsString("<h1>Provision 4.2</h1>"))
                .body(containsString("&lt;b&gt;Terms&lt;/b&gt;"))
                .body(containsString("<del>Pay &lt;i&gt;</del><ins>Pay &lt;u&gt;</ins>"))
                .body(containsString("href=\"/changes/" + edited.changeId() + "\""))
                .body(not(containsString("<script")));
        person(session).get("/provisions/none").then().statusCode(404).body(containsString("<h1>Not found</h1>"));
    }

    @Test
    void putsTheDatesThatADocumentStatesBesideTheTimeItWasFirstSeen() {
        Story story = new Story("Dated");
        ChangeDetected change = story.dated(
                1,
                new StatedDate(StatedDate.Label.EFFECTIVE, "9 May 2026", LocalDate.of(2026, 5, 9), 0, 10),
                new StatedDate(StatedDate.Label.UPDATED, "03/04/2026", null, 20, 30));
        Gateway.tell(List.of(story.detected(change)));
        person(session())
                .get("/changes/" + change.changeId())
                .then()
                .body(containsString("says: effective 9 May 2026, last updated “03/04/2026”; first seen"));
        Gateway.signed()
                .get("/api/v1/changes/" + change.changeId())
                .then()
                .body("statedDates.date", contains("2026-05-09", null))
                .body("statedDates.label", contains("EFFECTIVE", "UPDATED"));
    }

    @Test
    void tellsAnImportFromACapture() {
        Story story = new Story("Archived");
        ChangeDetected suspect =
                story.imported(story.change(1, ChangeKind.SUSPECT, Settlement.SETTLED, "a", "b"), Story.at(2000));
        ChangeDetected live = story.change(5, ChangeKind.SUSPECT, Settlement.PENDING, "b", "c");
        Gateway.tell(List.of(
                story.imported(2, "b", "https://archives.example/archived-versions"),
                story.captured(6, "c"),
                story.detected(live),
                story.classified(suspect, Story.meaning("ai-training", Severity.HIGH, "eu-ai-act"))));
        String session = session();
        String home = person(session).get("/?platform=archived").asString();
        assertTrue(home.contains("Imported from archived-versions"), home);
        assertTrue(home.contains("Wednesday, 1 April 2026"), home);
        assertTrue(home.contains("It was imported, so nobody is told."), home);
        assertTrue(home.contains("It is captured again before anybody is told."), home);
        person(session)
                .get("/changes/" + suspect.changeId())
                .then()
                .body(containsString("Silent: imported from an archive"))
                .body(containsString("Imported from the archive archived-versions, not captured by Clausewatch"))
                .body(containsString("href=\"https://archives.example/archived-versions\""))
                .body(containsString("<dt>First seen</dt><dd><time datetime=\"2026-04-01T02:00:00Z\">"))
                .body(containsString("<dt>Detected</dt><dd><time datetime=\"" + Story.at(2000) + "\">"))
                .body(not(containsString("It is captured again")))
                .body(not(containsString("Captured by Clausewatch")));
        person(session)
                .get("/texts/" + story.snapshotId(2))
                .then()
                .body(containsString(
                        "Imported from the archive archived-versions, commit c0ffee, not captured by Clausewatch"));
        person(session).get("/texts/" + story.snapshotId(6)).then().body(containsString("Captured by Clausewatch"));
        person(session)
                .get("/?platform=archived&until=2026-04-01")
                .then()
                .body(containsString("name=\"until\" value=\"2026-04-01\""))
                .body(containsString("No change matches this filter."));
    }

    @Test
    void namesTheArchiveOfADocumentWithoutAnAddress() {
        Story story = Story.archived("Kept Only", "archive:kept+versions");
        ChangeDetected change =
                story.imported(story.change(1, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "a", "b"), Story.at(2000));
        Gateway.tell(List.of(story.known(), story.imported(2, "b", "kept versions"), story.detected(change)));
        String session = session();
        for (String page : List.of("/documents?platform=kept-only", "/changes/" + change.changeId())) {
            person(session)
                    .get(page)
                    .then()
                    .statusCode(200)
                    .body(containsString("in the archive kept versions"))
                    .body(not(containsString("archive:")));
        }
        for (String page : List.of("/", "/documents")) {
            person(session).get(page).then().body(containsString("href=\"/documents?health=not_watched\""));
        }
        person(session)
                .get("/documents?health=not_watched&platform=kept-only")
                .then()
                .statusCode(200)
                .body(containsString("in the archive kept versions"));
    }

    @Test
    void saysThatALawDidNotApplyYetAndWhoEnforcesIt() {
        RegisterPublished known = CanonicalEvents.registerPublished();
        Story story = new Story("Early");
        ChangeDetected change = story.change(1, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "a", "b");
        Gateway.tell(List.of(
                new Story.Told(
                        Topic.REGISTER,
                        CanonicalEvents.event(new RegisterPublished(
                                new ToolVersion("test", "1"),
                                known.publishedAt().minusSeconds(60),
                                known.types(),
                                known.areas(),
                                Stream.concat(
                                                known.instruments().stream(),
                                                Stream.of(
                                                        law(
                                                                "later",
                                                                LocalDate.of(2030, 1, 2),
                                                                null,
                                                                Enforcement.PRIVATE),
                                                        law("gone", null, LocalDate.of(2020, 1, 2), Enforcement.BOTH),
                                                        enjoined()))
                                        .toList(),
                                known.analyses()))),
                story.classified(
                        change,
                        new ClassifiedProvision(
                                        "provision",
                                        Assessment.ASSESSED,
                                        null,
                                        List.of(new ProvisionType("ai-training", 0.9, List.of())),
                                        List.of("eu-ai-act"),
                                        List.of(),
                                        Materiality.MATERIAL,
                                        Severity.HIGH,
                                        "One sentence.",
                                        List.of())
                                .withLaws(List.of(
                                        new EngagedLaw("later", "Art. 3(2)", true),
                                        new EngagedLaw("gone", null, false),
                                        new EngagedLaw("enjoined", null, false))))));
        person(session())
                .get("/changes/" + change.changeId())
                .then()
                .body(containsString("applies from 2030-01-02"))
                .body(containsString("Art. 3(2)"))
                .body(containsString("named in the text"))
                .body(containsString("ended 2020-01-02"))
                .body(containsString("enjoined 2024-10-02"))
                .body(containsString("By a court of the tests."))
                .body(containsString("A court (private action)"))
                .body(containsString("A court (and private action)"));
    }

    private static RegisterPublished.Instrument enjoined() {
        return new RegisterPublished.Instrument(
                "enjoined",
                "Law enjoined",
                "Law enjoined",
                "US",
                List.of("A court"),
                Enforcement.BOTH,
                LocalDate.of(2024, 9, 17),
                null,
                null,
                null,
                null,
                null,
                List.of(new RegisterPublished.StatusChange(
                        LocalDate.of(2024, 10, 2),
                        RegisterPublished.Standing.ENJOINED,
                        null,
                        "By a court of the tests.")));
    }

    private static RegisterPublished.Instrument law(
            String id, @Nullable LocalDate from, @Nullable LocalDate to, Enforcement enforcement) {
        return new RegisterPublished.Instrument(
                id, "Law " + id, "Law " + id, "EU", List.of("A court"), enforcement, from, to, null, null, null);
    }

    @Test
    void aDocumentThatIsNoLongerWatchedHasNoStateOfItsSource() {
        Story story = new Story("Folded Kite");
        Gateway.tell(List.of(story.registered(), story.captured(1, "Terms.")));
        String session = session();
        person(session)
                .get("/documents?platform=folded-kite")
                .then()
                .body(containsString("<span class=\"health health-"));
        Gateway.tell(List.of(story.retired()));
        person(session)
                .get("/documents?platform=folded-kite")
                .then()
                .body(containsString("no longer watched"))
                .body(not(containsString("<span class=\"health health-")));
    }

    @Test
    void showsTheLatestChangesWithTheirFilter() {
        Story story = new Story("Paper Kite");
        ChangeDetected change = story.change(1, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "a", "b");
        Gateway.tell(List.of(
                story.registered(),
                story.failed(Story.at(9)),
                story.classified(change, 0, Severity.HIGH, "eu-ai-act")));
        String session = session();
        person(session)
                .get("/?platform=paper-kite&severity=high&alert=true")
                .then()
                .statusCode(200)
                .body(containsString("Summary 0"))
                .body(containsString("High severity"))
                .body(containsString("<option value=\"paper-kite\" selected>"));
        person(session)
                .get("/?platform=paper-kite&kind=editorial")
                .then()
                .statusCode(200)
                .body(containsString("No change matches this filter."));
        person(session)
                .get("/?document=paper-kite/nonsense")
                .then()
                .statusCode(400)
                .contentType(startsWith("text/html"))
                .body(containsString(story.documentId()));
        person(session)
                .get("/documents?platform=paper-kite&health=failing")
                .then()
                .body(
                        containsString(
                                "<code>timeout</code> No answer. Since 1 Apr 2026, 09:00 UTC. Next attempt 1 Apr 2026, 09:05 UTC."));
        person(session)
                .get("/documents?platform=paper-kite&health=degraded")
                .then()
                .body(containsString("There is no such document."));
        person(session).get("/").then().body(containsString("href=\"/documents?health=failing\""));
        person(session)
                .get("/?severity=grave")
                .then()
                .statusCode(400)
                .body(containsString("<h1>Parameter not understood</h1>"));
        person(session).get("/changes/none").then().statusCode(404).body(containsString("<h1>Not found</h1>"));
        given().get("/assets/clausewatch.css").then().statusCode(200);
    }

    private static String session() {
        return signIn(Gateway.firstKey(), "/").cookie("cw_session");
    }

    private static RequestSpecification person(String token) {
        return given().accept("text/html,*/*;q=0.8").cookie("cw_session", token);
    }

    private static Response signIn(String key, String to) {
        return given().redirects()
                .follow(false)
                .formParam("key", key)
                .formParam("to", to)
                .post("/sign-in");
    }
}
