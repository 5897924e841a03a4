package dev.clausewatch.gateway.documents;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ProvisionRef;
import dev.clausewatch.events.Settlement;
import dev.clausewatch.events.Severity;
import dev.clausewatch.gateway.Gateway;
import dev.clausewatch.gateway.Story;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The forms of texts and changes, and how they are cited. */
@QuarkusTest
@WithKafka
@WithPostgres
class FormatApiTest {

    @Test
    void givesATextInTheFormThatTheAddressOrTheClientNames() {
        Story story = new Story("Formed");
        Gateway.tell(List.of(story.captured(1, "# Terms\n\n- You own it.\n")));
        String version = "/api/v1/versions/" + story.snapshotId(1);

        form(version + ".md", "*/*").contentType(startsWith("text/markdown")).body(startsWith("# Terms"));
        form(version + ".txt", "*/*").contentType(startsWith("text/plain")).body(equalTo("Terms\n\n- You own it.\n"));
        form(version + ".html", "*/*")
                .contentType(startsWith("text/html"))
                .body(containsString("<li>You own it.</li>"));
        form(version + "/text", "*/*").contentType(startsWith("text/markdown"));
        form(version + "/text", "text/plain").contentType(startsWith("text/plain"));
        form(version + "/text", "text/html,text/markdown;q=0.5")
                .contentType(startsWith("text/html"))
                .header("Vary", containsString("Accept"));
        Gateway.signed()
                .header("Accept", "image/png")
                .get(version + "/text")
                .then()
                .statusCode(406);
        String tag = Gateway.signed().get(version + ".txt").header("ETag");
        Gateway.signed()
                .header("If-None-Match", tag)
                .get(version + ".txt")
                .then()
                .statusCode(304);
        Gateway.signed()
                .header("If-None-Match", tag)
                .get(version + ".html")
                .then()
                .statusCode(200);
        Gateway.signed().get(version + ".docx").then().statusCode(404);
    }

    @Test
    void givesTheTextOfADay() {
        Story story = new Story("Formed Then");
        Gateway.tell(List.of(story.captured(1, "One.\n"), story.captured(50, "Two.\n")));
        String document = "/api/v1/documents/" + story.documentId();

        form(document + "/text?on=2026-04-01", "*/*")
                .body(equalTo("One.\n"))
                .header("Content-Location", endsWith(story.snapshotId(1) + "/text"));
        form(document + "/text.txt?on=2026-04-03", "*/*").body(equalTo("Two.\n"));
        form(document + "/text.html", "*/*").body(containsString("<p>Two.</p>"));
        Gateway.signed()
                .get(document + "/text?on=2026-01-01")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("reason", equalTo("before-first-version"));
    }

    @Test
    void givesAChangeAsMarkdownInWhichHostileWordsAreWords() {
        Story story = new Story("Formed Change");
        ChangeDetected change = story.change(
                1,
                ChangeKind.SUBSTANTIVE,
                Settlement.SETTLED,
                "You may *go*.",
                "You may [not](https://evil.example) go. <script>");
        Gateway.tell(List.of(story.classified(change, 0, Severity.HIGH, "eu-ai-act")));

        form("/api/v1/changes/" + change.changeId() + ".md", "*/*")
                .contentType(startsWith("text/markdown"))
                .body(startsWith("# Summary 0\n"))
                .body(containsString("- Severity: High severity\n"))
                .body(containsString("### Terms / 4. Output / 4.2 / Edited"))
                .body(containsString("<del>You may \\*go\\*.</del>"))
                .body(containsString("\\[not\\](https://evil.example)"))
                .body(not(containsString("<script>")))
                .body(containsString("Cite as: Formed Change, Terms of Service, change from version 1 to version 2"));
        Gateway.signed().get("/api/v1/changes/none.md").then().statusCode(404);
    }

    @Test
    void citesChangesVersionsAndProvisionsByAddressesThatLast() {
        Story story = new Story("Cited");
        ChangeDetected change =
                story.version(1, ChangeKind.BASELINE, List.of(new ProvisionRef("cited", "4.2", List.of(), 0, 4)));
        Gateway.tell(List.of(story.captured(1, "One.\n"), story.detected(change)));

        assertCited(
                "/api/v1/changes/" + change.changeId(),
                "Cited, Terms of Service, version 1, first seen 2026-04-01T01:00:00Z, Clausewatch, ",
                "/changes/" + change.changeId());
        assertCited(
                "/api/v1/versions/" + story.snapshotId(1),
                "Cited, Terms of Service, version 1, first seen 2026-04-01T01:00:00Z, SHA-256 ",
                "/texts/" + story.snapshotId(1));
        assertCited(
                "/api/v1/provisions/cited",
                "Cited, Terms of Service, provision 4.2 first seen 2026-04-01T01:00:00Z, Clausewatch, ",
                "/provisions/cited");
    }

    private static void assertCited(String api, String begin, String path) {
        JsonPath citation = Gateway.json(api);
        String line = citation.getString("citation.citeAs");
        String address = citation.getString("citation.address");
        assertTrue(line.startsWith(begin), line);
        assertTrue(line.endsWith(address), line);
        assertTrue(address.endsWith(path), address);
    }

    @Test
    void leavesOutTheTextsOfAChangeWhenAsked() {
        Story story = new Story("Formed Short");
        ChangeDetected change =
                story.change(1, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "You may go.", "You may not go.");
        Gateway.tell(List.of(story.classified(change, 0, Severity.HIGH, "eu-ai-act")));
        String address = "/api/v1/changes/" + change.changeId();

        assertEquals("You may go.", Gateway.json(address).getString("provisions[0].before.text"));
        assertEquals("You may go.", Gateway.json(address + "?texts=true").getString("provisions[0].before.text"));
        JsonPath brief = Gateway.json(address + "?texts=false");
        assertEquals("", brief.getString("provisions[0].before.text"));
        assertEquals("4.2", brief.getString("provisions[0].after.number"));
        assertEquals(List.of(), brief.getList("provisions[0].redline"));
        assertEquals("HIGH", brief.getString("provisions[0].severity"));
        Gateway.signed().get(address + "?texts=some").then().statusCode(400);
    }

    private static ValidatableResponse form(String address, String accept) {
        return Gateway.signed().header("Accept", accept).get(address).then().statusCode(200);
    }
}
