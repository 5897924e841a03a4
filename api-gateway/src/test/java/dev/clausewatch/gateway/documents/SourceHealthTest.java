package dev.clausewatch.gateway.documents;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.clausewatch.gateway.Gateway;
import dev.clausewatch.gateway.Story;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
class SourceHealthTest {

    @Test
    void followsTheLastAttemptAndSaysSinceWhenAndWhenNext() {
        Story story = new Story("Amber Dial");
        Gateway.tell(List.of(story.registered()));
        assertStatus("PENDING", story);

        Gateway.tell(List.of(story.failed(Story.at(1)), story.failed(Story.at(2), 2)));
        assertStatus("FAILING", story);
        assertEquals(Story.at(1).toString(), source(story).getString("source.failingSince"));

        Gateway.tell(List.of(story.failed(Story.at(3), 3), story.degraded(Story.at(3), Story.at(1))));
        assertStatus("DEGRADED", story);
        JsonPath degraded = source(story);
        assertEquals(Story.at(1).toString(), degraded.getString("source.failingSince"));
        assertEquals("timeout", degraded.getString("source.reason"));
        assertEquals(3, degraded.getInt("source.consecutiveFailures"));
        assertEquals(Story.at(3).plusSeconds(300).toString(), degraded.getString("source.nextAttemptAt"));

        Gateway.tell(List.of(story.captured(4, "text")));
        assertStatus("HEALTHY", story);
        assertNull(source(story).getString("source.failingSince"));

        Gateway.tell(List.of(story.recovered(Story.at(4), Story.at(1)), story.failed(Story.at(5))));
        assertStatus("FAILING", story);
        assertEquals(Story.at(5).toString(), source(story).getString("source.failingSince"));
    }

    @Test
    void filtersByHealth() {
        Story broken = new Story("Broken Lantern");
        Story fine = new Story("Fine Lantern");
        Gateway.tell(List.of(
                broken.registered(),
                fine.registered(),
                broken.degraded(Story.at(3), Story.at(1)),
                fine.captured(1, "text")));

        Gateway.signed()
                .get("/api/v1/documents?health=degraded&limit=100")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(broken.documentId()))
                .body("items.id", not(hasItem(fine.documentId())));
        Gateway.signed()
                .get("/api/v1/documents?health=healthy&platform=fine-lantern")
                .then()
                .body("items.id", hasItem(fine.documentId()));
        Gateway.signed()
                .get("/api/v1/documents?health=poor")
                .then()
                .statusCode(400)
                .body("detail", containsString("health"));
    }

    private static void assertStatus(String status, Story story) {
        Gateway.signed().get("/api/v1/documents/" + story.documentId()).then().body("source.status", equalTo(status));
        Gateway.signed()
                .get("/api/v1/documents?limit=100&health=" + status.toLowerCase(java.util.Locale.ROOT))
                .then()
                .body("items.id", hasItem(story.documentId()));
    }

    private static JsonPath source(Story story) {
        return Gateway.json("/api/v1/documents/" + story.documentId());
    }
}
