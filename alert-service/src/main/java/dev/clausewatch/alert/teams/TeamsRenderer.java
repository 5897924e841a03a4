package dev.clausewatch.alert.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clausewatch.alert.destination.DestinationConfig;
import dev.clausewatch.alert.destination.DestinationKind;
import dev.clausewatch.alert.destination.Rendering;
import dev.clausewatch.alert.notice.Detail;
import dev.clausewatch.alert.notice.Notice;
import dev.clausewatch.alert.notice.Outline;
import dev.clausewatch.alert.notice.Outlines;
import dev.clausewatch.alert.notice.Renderer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Writes notices as adaptive cards in the message that a Teams workflow takes. Texts are {@code TextRun}s, in which Teams reads no Markdown;
 * the braces of its date functions are parted.
 */
@ApplicationScoped
class TeamsRenderer implements Renderer {

    /** Teams takes 28 kB. */
    private static final int BYTES = 25_000;

    /** Between two braces it shows nothing and breaks nothing but the function. */
    private static final String WORD_JOINER = "\u2060";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Outlines outlines;

    @Inject
    TeamsRenderer(DestinationConfig config) {
        this(config.gatewayUrl());
    }

    TeamsRenderer(URI gatewayUrl) {
        this.outlines = new Outlines(gatewayUrl);
    }

    @Override
    public DestinationKind kind() {
        return DestinationKind.TEAMS;
    }

    @Override
    public String render(Notice notice, Rendering rendering) {
        return Detail.fitting(
                outlines.of(notice), TeamsRenderer::write, text -> text.getBytes(StandardCharsets.UTF_8).length, BYTES);
    }

    private static String write(Outline outline) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("type", "message");
        ObjectNode attachment = message.putArray("attachments").addObject();
        attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
        attachment.putNull("contentUrl");
        ObjectNode card = attachment.putObject("content");
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        card.put("type", "AdaptiveCard");
        card.put("version", "1.4");
        card.putObject("msteams").put("width", "Full");
        body(card.putArray("body"), outline);
        card.putArray("actions")
                .addObject()
                .put("type", "Action.OpenUrl")
                .put("title", outline.linkText())
                .put("url", outline.link());
        try {
            return JSON.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void body(ArrayNode body, Outline outline) {
        run(body, outline.title()).put("size", "Large").put("weight", "Bolder");
        text(body, outline.text());
        small(body, outline.facts());
        for (Outline.Clause clause : outline.clauses()) {
            if (!clause.label().isBlank()) {
                run(body, clause.label()).put("weight", "Bolder");
            }
            text(body, clause.sentence());
            text(body, clause.beforeLine());
            text(body, clause.afterLine());
            small(body, clause.facts());
        }
        text(body, outline.moreClauses());
    }

    private static void text(ArrayNode body, String text) {
        if (!text.isBlank()) {
            ObjectNode unused = run(body, text);
        }
    }

    private static void small(ArrayNode body, String text) {
        if (!text.isBlank()) {
            run(body, text).put("size", "Small").put("isSubtle", true);
        }
    }

    private static ObjectNode run(ArrayNode body, String text) {
        return body.addObject()
                .put("type", "RichTextBlock")
                .putArray("inlines")
                .addObject()
                .put("type", "TextRun")
                .put("text", text.replace("{{", "{" + WORD_JOINER + "{"));
    }
}
