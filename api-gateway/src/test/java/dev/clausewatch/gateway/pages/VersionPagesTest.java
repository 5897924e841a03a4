package dev.clausewatch.gateway.pages;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.clausewatch.gateway.Gateway;
import dev.clausewatch.gateway.Story;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The versions of a document as people read them: which stood when, whether it stands, and what differs between two. */
@QuarkusTest
@WithKafka
@WithPostgres
class VersionPagesTest {

    private String session = "";

    @BeforeEach
    void signIn() {
        session = given().redirects()
                .follow(false)
                .formParam("key", Gateway.firstKey())
                .formParam("to", "/")
                .post("/sign-in")
                .cookie("cw_session");
    }

    @Test
    void listsTheVersionsAndLeadsToTheTextOfADay() {
        Story story = new Story("Paged Versions");
        Gateway.tell(List.of(story.registered(), story.captured(1, "One.\n"), story.captured(50, "Two.\n")));
        String document = "/documents/" + story.documentId();

        person().get(document)
                .then()
                .statusCode(200)
                .body(containsString("<h1>Paged Versions, Terms of Service</h1>"))
                .body(containsString("Version 50"))
                .body(containsString(document + "/compare?from=1&amp;to=now"));
        person().redirects()
                .follow(false)
                .get(document + "?on=2026-04-01")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/texts/" + story.snapshotId(1) + "?on=2026-04-01"));
        person().get(document + "?on=2026-01-01")
                .then()
                .statusCode(404)
                .body(containsString("is known for 2026-01-01"));
        person().get("/documents/nobody/terms").then().statusCode(404);
    }

    @Test
    void saysWhetherATextIsTheCurrentOneAndHowToCiteIt() {
        Story story = new Story("Paged Text");
        Gateway.tell(List.of(story.captured(1, "One.\n"), story.captured(2, "Two.\n")));

        person().get("/texts/" + story.snapshotId(1) + "?on=2026-04-01T01:30:00Z")
                .then()
                .statusCode(200)
                .body(containsString("This is not the current text."))
                .body(containsString("Compare with now"))
                .body(containsString("Which of both stood in between was not seen."))
                .body(containsString("Paged Text, Terms of Service, version 1, first seen 2026-04-01T01:00:00Z"));
        person().get("/texts/" + story.snapshotId(2))
                .then()
                .body(containsString("This is the newest text we know"))
                .body(not(containsString("Compare with now")));
        person().get("/texts/" + story.snapshotId(2) + ".txt")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/plain"))
                .body(startsWith("Two."));
    }

    @Test
    void showsTheRedlineBetweenTwoVersions() {
        Story story = new Story("Paged Redline");
        Gateway.tell(List.of(
                story.captured(1, "You may go.\n\nWe keep data for thirty days.\n"),
                story.captured(2, "You may go.\n\nWe keep data for <b>sixty</b> days.\n")));

        person().get("/documents/" + story.documentId() + "/compare?from=1&to=now")
                .then()
                .statusCode(200)
                .body(containsString("<h1>Version 1 and version 2</h1>"))
                .body(containsString("<del>thirty</del>"))
                .body(containsString("&lt;b&gt;sixty&lt;/b&gt;"))
                .body(not(containsString("You may go.")));
        person().get("/documents/" + story.documentId() + "/compare?from=2&to=2")
                .then()
                .body(containsString("Both have the same text."));
    }

    private RequestSpecification person() {
        return given().urlEncodingEnabled(false).accept("text/html,*/*;q=0.8").cookie("cw_session", session);
    }
}
