package dev.clausewatch.gateway.comparison;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ProvisionRef;
import dev.clausewatch.gateway.Gateway;
import dev.clausewatch.gateway.Story;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
class ComparisonApiTest {

    private static final String FIRST = "# Terms\n\nYou own it.\n\nWe keep your data for thirty days.\n";
    private static final String SECOND = "# Terms\n\nYou own it.\n\nWe keep your data for sixty days.\n";
    private static final String THIRD =
            "# Terms\n\nYou own it.\n\nWe keep your data for ninety days.\n\nEvery dispute goes to arbitration.\n";

    @Test
    void comparesAnyTwoVersionsByNumberDayOrNow() {
        Story story = told("Compared");

        compared(story, "from=1&to=3")
                .statusCode(200)
                .body("kind", equalTo("SUBSTANTIVE"))
                .body("from.sequence", equalTo(1))
                .body("to.sequence", equalTo(3))
                .body("provisions.what", contains(List.of("EDITED"), List.of("ADDED")))
                .body("provisions[0].id", equalTo("compared-data"))
                .body("provisions[0].before.text", equalTo("We keep your data for thirty days."))
                .body("provisions[0].after.text", equalTo("We keep your data for ninety days."))
                .body("provisions[0].redline.op", contains("EQUAL", "DELETE", "INSERT", "EQUAL"))
                .body("provisions[0].materiality", nullValue());
        compared(story, "from=2026-04-01T02:30:00Z&to=2026-04-01")
                .statusCode(200)
                .body("from.sequence", equalTo(2))
                .body("to.sequence", equalTo(3));
        compared(story, "from=1").statusCode(200).body("to.sequence", equalTo(3));
        compared(story, "from=now&to=1")
                .statusCode(200)
                .body("from.sequence", equalTo(3))
                .body("provisions", hasSize(2));
        compared(story, "from=2&to=2")
                .statusCode(200)
                .body("kind", equalTo("SAME"))
                .body("provisions", empty());
    }

    @Test
    void saysWhichVersionThereIsNot() {
        Story story = told("Uncompared");

        compared(story, "to=1").statusCode(400).body("parameter", equalTo("from"));
        compared(story, "from=9").statusCode(400).body("detail", containsString("no version of that number"));
        compared(story, "from=99999999999999999999").statusCode(400);
        compared(story, "from=2026-03-31").statusCode(404).body("reason", equalTo("before-first-version"));
        Gateway.signed()
                .get("/api/v1/documents/nobody/terms/compare?from=1")
                .then()
                .statusCode(404);
    }

    @Test
    void comparesTextsThatHaveNothingInCommon() {
        Story story = new Story("Rewritten Whole");
        StringBuilder before = new StringBuilder("# Terms\n");
        StringBuilder after = new StringBuilder("# Terms\n");
        for (int i = 0; i < 300; i++) {
            before.append("\nThe former clause of number ").append(i).append(" binds the user to pay.\n");
            after.append("\nAnother sentence altogether, ").append(i * 7).append(" times over.\n");
        }
        Gateway.tell(List.of(story.captured(1, before.toString()), story.captured(2, after.toString())));

        compared(story, "from=1&to=2").statusCode(200).body("kind", equalTo("SUBSTANTIVE"));
    }

    private static Story told(String name) {
        Story story = new Story(name);
        String id = name.toLowerCase(Locale.ROOT) + "-data";
        Gateway.tell(List.of(
                story.captured(1, FIRST),
                story.captured(2, SECOND),
                story.captured(3, THIRD),
                story.detected(story.version(1, ChangeKind.BASELINE, List.of(place(id, FIRST, "thirty days.")))),
                story.detected(story.version(2, ChangeKind.SUBSTANTIVE, List.of(place(id, SECOND, "sixty days.")))),
                story.detected(story.version(3, ChangeKind.SUBSTANTIVE, List.of(place(id, THIRD, "ninety days."))))));
        return story;
    }

    private static ProvisionRef place(String id, String text, String end) {
        return new ProvisionRef(id, null, List.of("Terms"), text.indexOf("We keep"), text.indexOf(end) + end.length());
    }

    private static ValidatableResponse compared(Story story, String query) {
        return Gateway.signed()
                .get("/api/v1/documents/" + story.documentId() + "/compare?" + query)
                .then();
    }
}
