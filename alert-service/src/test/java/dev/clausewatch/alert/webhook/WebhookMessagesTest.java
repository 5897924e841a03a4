package dev.clausewatch.alert.webhook;

import static dev.clausewatch.alert.Changes.change;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.EventExamples;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.Severity;
import dev.clausewatch.events.SourceDegraded;
import dev.clausewatch.events.TouchedProvision;
import dev.clausewatch.testing.CanonicalEvents;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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
        assertEquals(
                CanonicalEvents.changeClassified()
                        .change()
                        .statedDates()
                        .getFirst()
                        .text(),
                data.at("/change/statedDates/0/text").asText());
        JsonNode provision = data.at("/provisions/0");
        assertEquals("4.2", provision.at("/number").asText());
        assertEquals("EDITED", provision.at("/what/0").asText());
        assertTrue(provision.at("/before").asText().startsWith("4.2 You own"));
        assertEquals(3, provision.at("/diff").size());
        assertEquals("non-compete", provision.at("/types/0/id").asText());
        assertTrue(provision.at("/evidence/0/text").asText().startsWith("may not use it to train models"));
        assertFalse(provision.at("/cut").asBoolean(true));
        assertFalse(data.at("/truncated").asBoolean(true));
    }

    @Test
    void anAlertHasTheDiffOfTheChangeAndNothingElse() throws IOException {
        ChangeClassified classified = CanonicalEvents.changeClassified();
        JsonNode provisions = json(messages.alert(classified)).at("/data/provisions");

        List<TouchedProvision> touched = classified.change().touched();
        assertEquals(touched.size(), provisions.size());
        for (int i = 0; i < touched.size(); i++) {
            TouchedProvision provision = touched.get(i);
            JsonNode told = provisions.get(i);
            assertEquals(provision.provisionId(), told.at("/id").asText());
            assertEquals(text(provision.before()), told.at("/before"));
            assertEquals(text(provision.after()), told.at("/after"));
            assertEquals(EventCodec.mapper().valueToTree(provision.diff()), told.at("/diff"));
        }
    }

    @Test
    void aLongTextIsCutAtTheStatedLengthAndSaysSoWithALinkToTheWhole() throws IOException {
        JsonNode data = json(messages.alert(
                        change("a").provisions(1, "words 😀 ".repeat(3000)).build()))
                .at("/data");

        int limit = data.at("/textLimit").asInt();
        assertEquals(2000, limit);
        assertTrue(data.at("/truncated").asBoolean());
        assertEquals(
                "https://clausewatch.example/changes/a", data.at("/change/url").asText());
        JsonNode provision = data.at("/provisions/0");
        assertTrue(provision.at("/cut").asBoolean());
        assertTrue(provision.at("/diff").isMissingNode());
        for (String side : List.of("before", "after")) {
            String text = provision.at("/" + side).asText();
            assertEquals(limit + 1, text.codePointCount(0, text.length()), side);
            assertTrue(text.endsWith("…"), side);
        }
    }

    @Test
    void aWholeTextStandsUncutBesideOneThatIsCut() throws IOException {
        ChangeClassified change = canonical(touched -> {
            ObjectNode grown = touched.get(0).deepCopy();
            ((ObjectNode) grown.at("/after")).put("text", "words ".repeat(9000));
            touched.add(grown);
        });
        JsonNode provisions = json(messages.alert(change)).at("/data/provisions");

        assertFalse(provisions.at("/0/cut").asBoolean(true));
        assertEquals(3, provisions.at("/0/diff").size());
        assertTrue(provisions.at("/1/cut").asBoolean());
    }

    @Test
    void anAlertSaysHowManyProvisionsItLeavesOut() throws IOException {
        JsonNode data = json(messages.alert(
                        change("a").provisions(300, "words ".repeat(100)).build()))
                .at("/data");

        assertEquals(250, data.at("/textLimit").asInt());
        assertTrue(data.at("/provisionsLeftOut").asInt() > 0);
        assertEquals(
                300,
                data.at("/provisions").size() + data.at("/provisionsLeftOut").asInt());
    }

    @Test
    void wordsThatTheEventHadToLeaveOutAreCut() throws IOException {
        ChangeClassified silent = canonical(touched -> {
            ((ObjectNode) touched.at("/0/before")).put("text", "");
            ((ObjectNode) touched.at("/0/after")).put("text", "");
            ((ObjectNode) touched.get(0)).putArray("diff");
        });
        JsonNode data = json(messages.alert(silent)).at("/data");

        assertTrue(data.at("/provisions/0/cut").asBoolean());
        assertTrue(data.at("/truncated").asBoolean());
        assertTrue(data.at("/textLimit").isMissingNode());
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

    private static JsonNode text(@Nullable ProvisionText provision) {
        return provision == null ? MissingNode.getInstance() : TextNode.valueOf(provision.text());
    }

    /** The example of the contract with other touched provisions. */
    private static ChangeClassified canonical(Consumer<ArrayNode> edit) throws IOException {
        JsonNode change = EventCodec.mapper().readTree(EventExamples.json(EventType.CHANGE_CLASSIFIED));
        edit.accept((ArrayNode) change.at("/change/touched"));
        return EventCodec.mapper().treeToValue(change, ChangeClassified.class);
    }

    private static JsonNode json(String body) throws IOException {
        return new ObjectMapper().readTree(body);
    }
}
