package dev.clausewatch.alert.teams;

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
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TeamsRendererTest {

    private final TeamsRenderer renderer = new TeamsRenderer(URI.create("https://clausewatch.example/"));

    @Test
    void messagesAreAsInTheirFiles() {
        GoldenFile.holdsJson("teams-alert.json", render(Notices.canonical()));
        GoldenFile.holdsJson("teams-hostile.json", render(Notices.hostile()));
        GoldenFile.holdsJson("teams-retraction.json", render(Notices.retraction()));
        GoldenFile.holdsJson("teams-test.json", render(Notices.test()));
    }

    @Test
    void wordsOfOthersStandWhereTeamsReadsNoMarkdown() throws IOException {
        String rendered = render(Notices.hostile());
        JsonNode card = new ObjectMapper().readTree(rendered).at("/attachments/0/content");

        assertFalse(card.path("body").isEmpty());
        card.path("body").forEach(block -> {
            assertEquals("RichTextBlock", block.path("type").asText());
            assertEquals("TextRun", block.at("/inlines/0/type").asText());
        });
        assertFalse(rendered.contains("{{"));
    }

    @Test
    void aLongChangeIsCutToWhatTeamsTakes() {
        String rendered = render(Notices.veryLong());

        assertTrue(rendered.getBytes(StandardCharsets.UTF_8).length <= 25_000);
        assertTrue(rendered.contains("more clauses"));
        assertTrue(rendered.contains("https://clausewatch.example/changes/long"));
    }

    private String render(Notice notice) {
        return renderer.render(notice, new Rendering(DestinationKind.TEAMS));
    }
}
