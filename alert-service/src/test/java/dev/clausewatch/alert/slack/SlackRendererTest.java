package dev.clausewatch.alert.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clausewatch.alert.destination.DestinationKind;
import dev.clausewatch.alert.destination.Rendering;
import dev.clausewatch.alert.notice.GoldenFile;
import dev.clausewatch.alert.notice.Notice;
import dev.clausewatch.alert.notice.Notices;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlackRendererTest {

    private final SlackRenderer renderer = new SlackRenderer(URI.create("https://clausewatch.example/"));

    @Test
    void messagesAreAsInTheirFiles() {
        GoldenFile.holdsJson("slack-alert.json", render(Notices.canonical()));
        GoldenFile.holdsJson("slack-hostile.json", render(Notices.hostile()));
        GoldenFile.holdsJson("slack-retraction.json", render(Notices.retraction()));
        GoldenFile.holdsJson("slack-test.json", render(Notices.test()));
    }

    @Test
    void wordsOfOthersMentionNobodyAndLinkNowhere() throws IOException {
        JsonNode message = new ObjectMapper().readTree(render(Notices.hostile()));

        for (JsonNode text : texts(message)) {
            boolean ours = text.path("type").asText().equals("mrkdwn");
            assertEquals(ours, text.path("text").asText().contains("<"), text::toString);
        }
        assertFalse(message.path("text").asText().contains("<"));
    }

    @Test
    void aLongChangeIsCutToWhatSlackTakes() throws IOException {
        String rendered = render(Notices.veryLong());
        JsonNode message = new ObjectMapper().readTree(rendered);

        assertTrue(rendered.length() <= 12_000, () -> "length " + rendered.length());
        assertTrue(message.path("blocks").size() <= 50);
        texts(message).forEach(text -> assertTrue(text.path("text").asText().length() <= 3000));
        assertTrue(rendered.contains("more clauses"));
        assertTrue(rendered.contains("https://clausewatch.example/changes/long"));
    }

    private static List<JsonNode> texts(JsonNode message) {
        List<JsonNode> texts = new ArrayList<>();
        for (JsonNode block : message.path("blocks")) {
            block.path("elements").forEach(texts::add);
            if (block.has("text")) {
                texts.add(block.path("text"));
            }
        }
        return texts;
    }

    private String render(Notice notice) {
        return renderer.render(notice, new Rendering(DestinationKind.SLACK));
    }
}
