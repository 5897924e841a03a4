package dev.clausewatch.gateway.documents;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.Settlement;
import dev.clausewatch.gateway.Gateway;
import dev.clausewatch.gateway.Story;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A document's text is a timegate and its versions are mementos, as RFC 7089 has it. */
@QuarkusTest
@WithKafka
@WithPostgres
class MementoApiTest {

    @Test
    void givesTheTextNearestToATime() {
        Story story = new Story("Remembered");
        Gateway.tell(List.of(story.captured(1, "One.\n"), story.captured(50, "Two.\n")));

        at(story, "Thu, 02 Apr 2026 00:00:00 GMT")
                .statusCode(200)
                .body(equalTo("One.\n"))
                .header("Memento-Datetime", equalTo("Wed, 01 Apr 2026 01:00:00 GMT"))
                .header("Content-Location", endsWith(story.snapshotId(1) + "/text"))
                .header("Vary", containsString("Accept-Datetime"))
                .header("Link", containsString(story.documentId() + "/text>; rel=\"original timegate\""))
                .header("Link", containsString(story.documentId() + "/timemap>; rel=\"timemap\""));
        at(story, "Wed, 01 Jan 2020 00:00:00 GMT").statusCode(200).body(equalTo("One.\n"));
        at(story, "Mon, 01 Jan 2300 00:00:00 GMT").statusCode(200).body(equalTo("Two.\n"));
        at(story, "the other day").statusCode(400).body("header", equalTo("Accept-Datetime"));
        Gateway.signed()
                .get("/api/v1/versions/" + story.snapshotId(50) + "/text")
                .then()
                .header("Memento-Datetime", equalTo("Fri, 03 Apr 2026 02:00:00 GMT"));
    }

    @Test
    void listsItsMementosWithoutSuspectOnes() {
        Story story = new Story("Remembered All");
        Gateway.tell(List.of(
                story.captured(1, "One.\n"),
                story.captured(2, "Sign in.\n"),
                story.captured(3, "Three.\n"),
                story.detected(story.change(1, ChangeKind.SUSPECT, Settlement.PENDING, "a", "b"))));

        Gateway.signed()
                .get("/api/v1/documents/" + story.documentId() + "/timemap")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/link-format"))
                .body(containsString(story.snapshotId(1)
                        + "/text>; rel=\"first memento\"; datetime=\"Wed, 01 Apr 2026 01:00:00 GMT\""))
                .body(containsString(story.snapshotId(3) + "/text>; rel=\"last memento\""))
                .body(not(containsString(story.snapshotId(2))));
        Gateway.signed().get("/api/v1/documents/nobody/terms/timemap").then().statusCode(404);
    }

    private static ValidatableResponse at(Story story, String time) {
        return Gateway.signed()
                .header("Accept-Datetime", time)
                .get("/api/v1/documents/" + story.documentId() + "/text")
                .then();
    }
}
