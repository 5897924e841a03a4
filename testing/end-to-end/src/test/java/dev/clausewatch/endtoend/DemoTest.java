package dev.clausewatch.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clausewatch.local.DemoFiles;
import dev.clausewatch.local.DemoStep;
import dev.clausewatch.local.DemoSubscriber.Message;
import dev.clausewatch.local.Gateway;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Plays the demo's timeline on real processes: every step has the kind, the areas and the alert it should have. */
class DemoTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final List<String> PLATFORMS = List.of("Halvorin", "Tandlewick", "Reelmoor");

    private final RunningStack running = RunningStack.get();
    private final Gateway gateway = running.gateway();

    @Test
    void everyStepIsSeenAsWhatItIs() throws IOException {
        List<DemoStep> timeline = DemoFiles.timeline();
        List<String> documents = timeline.stream()
                .map(step -> step.expect().document())
                .distinct()
                .toList();
        for (String document : documents) {
            await("the first version of " + document)
                    .atMost(PATIENCE)
                    // Before the document is known, it is refused.
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> newestChange(document) != null);
        }
        try (Inbox inbox = Inbox.of(gateway, PLATFORMS)) {
            for (DemoStep step : timeline) {
                play(step, inbox);
            }
            assertEquals(
                    timeline.stream()
                            .filter(step ->
                                    step.expect().alert() || step.expect().retraction())
                            .count(),
                    inbox.messages().size(),
                    "one message for each step that has one, none for the others");
        }
    }

    private void play(DemoStep step, Inbox inbox) throws IOException {
        DemoStep.Expectation expected = step.expect();
        String before = idOf(newestChange(expected.document()));
        int told = inbox.messages().size();
        String verifiedBefore = verifiedAt(expected.document());
        running.site.play(step);
        gateway.post("/captures", Map.of("documentId", expected.document()));
        if (expected.kind() == null) {
            await(step.id() + " is captured")
                    .atMost(PATIENCE)
                    .until(() -> !verifiedAt(expected.document()).equals(verifiedBefore));
            assertEquals(before, idOf(newestChange(expected.document())), step.id() + " is no change");
            return;
        }
        await(step.id() + " is a classified change").atMost(PATIENCE).until(() -> {
            JsonNode newest = newestChange(expected.document());
            return !idOf(newest).equals(before) && newest != null && newest.hasNonNull("materiality");
        });
        JsonNode change = gateway.get("/changes/" + idOf(newestChange(expected.document())));
        assertAll(
                step.id(),
                () -> assertEquals(expected.kind(), change.path("kind").asText(), "kind"),
                () -> assertEquals(expected.alert(), change.path("alert").asBoolean(), "alert"),
                () -> assertTrue(
                        texts(change.path("types")).containsAll(expected.types()),
                        () -> "types " + change.path("types") + ", expected " + expected.types()),
                () -> assertTrue(
                        texts(change.path("areas")).containsAll(expected.areas()),
                        () -> "areas " + change.path("areas") + ", expected " + expected.areas()));
        if (expected.alert() || expected.retraction()) {
            await(step.id() + " is told")
                    .atMost(PATIENCE)
                    .until(() -> inbox.messages().size() > told);
            Message message = inbox.messages().get(told);
            assertEquals(expected.alert() ? "change.alerted" : "change.retracted", message.type(), step.id());
        }
    }

    private @Nullable JsonNode newestChange(String document) throws IOException {
        JsonNode items = gateway.get("/changes?limit=1&document=" + document).path("items");
        return items.isEmpty() ? null : items.get(0);
    }

    private static String idOf(@Nullable JsonNode change) {
        return change == null ? "none" : change.path("id").asText();
    }

    private String verifiedAt(String document) throws IOException {
        return gateway.get("/documents/" + document).path("lastVerifiedAt").asText();
    }

    private static List<String> texts(JsonNode array) {
        Stream<JsonNode> nodes = StreamSupport.stream(array.spliterator(), false);
        return new ArrayList<>(nodes.map(JsonNode::asText).toList());
    }
}
