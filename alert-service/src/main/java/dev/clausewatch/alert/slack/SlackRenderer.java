package dev.clausewatch.alert.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clausewatch.alert.destination.DestinationConfig;
import dev.clausewatch.alert.destination.DestinationKind;
import dev.clausewatch.alert.destination.Rendering;
import dev.clausewatch.alert.notice.Cut;
import dev.clausewatch.alert.notice.Detail;
import dev.clausewatch.alert.notice.Notice;
import dev.clausewatch.alert.notice.Outline;
import dev.clausewatch.alert.notice.Outlines;
import dev.clausewatch.alert.notice.Renderer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.net.URI;

/**
 * Writes notices as Slack's blocks. What comes from pages of others stands in {@code plain_text} only, where Slack reads no marks, mentions
 * or links, and is escaped all the same; the one link is ours.
 */
@ApplicationScoped
class SlackRenderer implements Renderer {

    /** Slack takes 150 characters in a header and 3,000 in a section, and about 13,000 in all. */
    private static final int HEADER = 150;

    private static final int SECTION = 3000;
    private static final int WHOLE = 12_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Outlines outlines;

    @Inject
    SlackRenderer(DestinationConfig config) {
        this(config.gatewayUrl());
    }

    SlackRenderer(URI gatewayUrl) {
        this.outlines = new Outlines(gatewayUrl);
    }

    @Override
    public DestinationKind kind() {
        return DestinationKind.SLACK;
    }

    @Override
    public String render(Notice notice, Rendering rendering) {
        return Detail.fitting(outlines.of(notice), SlackRenderer::write, String::length, WHOLE);
    }

    private static String write(Outline outline) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("text", escaped(outline.title(), SECTION));
        message.put("mrkdwn", false);
        message.put("unfurl_links", false);
        message.put("unfurl_media", false);
        ArrayNode blocks = message.putArray("blocks");
        text(blocks.addObject().put("type", "header").putObject("text"), outline.title(), HEADER);
        section(blocks, outline.text());
        context(blocks, outline.facts());
        for (Outline.Clause clause : outline.clauses()) {
            blocks.addObject().put("type", "divider");
            section(blocks, words(clause));
            context(blocks, clause.facts());
        }
        section(blocks, outline.moreClauses());
        blocks.addObject()
                .put("type", "section")
                .putObject("text")
                .put("type", "mrkdwn")
                .put("verbatim", true)
                .put("text", "<" + link(outline.link()) + "|" + escaped(outline.linkText(), HEADER) + ">");
        try {
            return JSON.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String words(Outline.Clause clause) {
        StringBuilder words = new StringBuilder();
        line(words, clause.label());
        line(words, clause.sentence());
        line(words, clause.beforeLine());
        line(words, clause.afterLine());
        return words.toString();
    }

    private static void line(StringBuilder words, String line) {
        if (!line.isBlank()) {
            words.append(words.isEmpty() ? "" : "\n").append(line);
        }
    }

    /** Slack refuses an empty text. */
    private static void section(ArrayNode blocks, String text) {
        if (!text.isBlank()) {
            text(blocks.addObject().put("type", "section").putObject("text"), text, SECTION);
        }
    }

    private static void context(ArrayNode blocks, String text) {
        if (!text.isBlank()) {
            text(blocks.addObject().put("type", "context").putArray("elements").addObject(), text, SECTION);
        }
    }

    private static void text(ObjectNode node, String text, int length) {
        node.put("type", "plain_text").put("text", escaped(text, length)).put("emoji", false);
    }

    private static String escaped(String text, int length) {
        return Cut.escaped(text, SlackRenderer::escape, length);
    }

    private static String escape(String character) {
        return switch (character) {
            case "&" -> "&amp;";
            case "<" -> "&lt;";
            case ">" -> "&gt;";
            default -> character;
        };
    }

    /** What would end the link or begin its text. */
    private static String link(String url) {
        return url.replace("|", "%7C").replace("<", "%3C").replace(">", "%3E").replace("&", "&amp;");
    }
}
