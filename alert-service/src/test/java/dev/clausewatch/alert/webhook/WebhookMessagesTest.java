package dev.clausewatch.alert.webhook;

import static dev.clausewatch.alert.Changes.change;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.Severity;
import dev.clausewatch.events.SourceDegraded;
import dev.clausewatch.testing.CanonicalEvents;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookMessagesTest {

    private final WebhookMessages messages = new WebhookMessages(URI.create("https://clausewatch.example/"));

    @Test
    void anAlertSaysWhichClauseChangedFromWhatToWhatAndWhy() throws IOException {
        JsonNode body = json(messages.alert(CanonicalEvents.changeClassified()));

        assertEquals("change.alerted", body.at("/type").asText());
        assertEquals("2026-03-09T09:00:02.250Z", body.at("/timestamp").asText());
        JsonNode data = body.at("/data");
        String id = CanonicalEvents.changeClassified().change().changeId();
        assertEquals(id, data.at("/change/id").asText());
        assertEquals(
                "https://clausewatch.example/changes/" + id,
                data.at("/change/url").asText());
        assertEquals("Nimbus Chat", data.at("/change/document/platform").asText());
        JsonNode provision = data.at("/provisions/0");
        assertEquals("4.2", provision.at("/number").asText());
        assertEquals("EDITED", provision.at("/what/0").asText());
        assertTrue(provision.at("/before").asText().startsWith("4.2 You own"));
        assertEquals(3, provision.at("/diff").size());
        assertEquals("non-compete", provision.at("/types/0/id").asText());
        assertTrue(provision.at("/evidence/0/text").asText().startsWith("may not use it to train models"));
        assertFalse(data.at("/truncated").asBoolean());
    }

    @ParameterizedTest
    @CsvSource({"1, 100", "1, 60000", "12, 3000", "400, 2000", "3, 900000", "2000, 30"})
    void noBodyReachesTwentyKilobytes(int provisions, int length) throws IOException {
        String words = "§ Ähnlich \"😀\" ".repeat(length / 14 + 1);
        String body = messages.alert(change("a").provisions(provisions, words).build());

        assertTrue(body.getBytes(StandardCharsets.UTF_8).length < WebhookMessages.LIMIT);
        JsonNode data = json(body).at("/data");
        assertEquals(provisions * length > 1000, data.at("/truncated").asBoolean());
        assertTrue(data.at("/provisions").size() > 0);
    }

    @Test
    void theGravestProvisionsAreKept() throws IOException {
        String body = messages.alert(change("a")
                .provisions(300, "words ".repeat(100))
                .severity(Severity.HIGH)
                .build());

        JsonNode provisions = json(body).at("/data/provisions");
        assertEquals(
                "provision-299", provisions.get(provisions.size() - 1).at("/id").asText());
    }

    @Test
    void theSameChangeGivesTheSameBytes() {
        assertEquals(
                messages.alert(change("a").provisions(50, "words ".repeat(100)).build()),
                messages.alert(change("a").provisions(50, "words ".repeat(100)).build()));
    }

    @Test
    void aRetractionIsThreadedToItsAlert() throws IOException {
        JsonNode body = json(messages.retraction(
                "gone", "alert-1", change("b").reverting("gone").build()));

        assertEquals("change.retracted", body.at("/type").asText());
        assertEquals("gone", body.at("/data/change/id").asText());
        assertEquals("b", body.at("/data/retractedBy/changeId").asText());
        assertEquals("alert-1", body.at("/data/retracts").asText());
        assertTrue(body.at("/data/summary").asText().contains("2026-03-02"));
    }

    @Test
    void aReinstatementIsThreadedToTheAlertThatHoldsAfterAll() throws IOException {
        JsonNode body = json(messages.reinstatement(
                "back", "alert-1", change("c").reinstating("back").build()));

        assertEquals("change.reinstated", body.at("/type").asText());
        assertEquals("back", body.at("/data/change/id").asText());
        assertEquals("c", body.at("/data/reinstatedBy/changeId").asText());
        assertEquals("alert-1", body.at("/data/reinstates").asText());
        assertTrue(body.at("/data/summary").asText().contains("holds after all"));
    }

    @Test
    void aSourceThatCannotBeReadIsToldWithReasonAndNextAttempt() throws IOException {
        SourceDegraded degraded = (SourceDegraded) CanonicalEvents.of(EventType.SOURCE_DEGRADED);
        JsonNode body = json(messages.degraded(Instant.parse("2026-03-02T09:00:00Z"), degraded));

        assertEquals("source.degraded", body.at("/type").asText());
        assertEquals("2026-03-02T09:00:00Z", body.at("/timestamp").asText());
        JsonNode data = body.at("/data");
        assertEquals(degraded.reason(), data.at("/reason").asText());
        assertEquals(
                degraded.nextAttemptAt().toString(), data.at("/nextAttemptAt").asText());
        assertEquals(
                "https://clausewatch.example/documents?platform=Nimbus+Chat",
                data.at("/url").asText());
        assertEquals(
                "Terms of Service of Nimbus Chat cannot be read any more; what it says now is not known.",
                data.at("/summary").asText());
    }

    @Test
    void aTestNamesItsSubscription() throws IOException {
        JsonNode body = json(messages.test("s", "Legal", Instant.parse("2026-03-02T09:00:00Z")));

        assertEquals("webhook.test", body.at("/type").asText());
        assertEquals("Legal", body.at("/data/subscriptionName").asText());
    }

    private static JsonNode json(String body) throws IOException {
        return new ObjectMapper().readTree(body);
    }
}
