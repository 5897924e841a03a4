package dev.clausewatch.crawler.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The words of a change, as the API tells it, for people: what was taken out and what was put in. */
final class ChangeSection {

    private final Html html;

    ChangeSection(Html html) {
        this.html = html;
    }

    void write(JsonNode change) {
        html.raw("<h2>The change</h2>\n<p>");
        html.text(change.path("summary").asText("Not classified yet."));
        html.raw("</p>\n<p class=\"note\">Kind ").text(change.path("kind").asText());
        html.text(", detected " + change.path("detectedAt").asText());
        change.path("statedDates").forEach(this::stated);
        html.raw(". What it means was judged by Clausewatch; the words are the document's. All of it is in ");
        html.raw("<a href=\"change.json\">change.json</a>.</p>\n");
        change.path("provisions").forEach(this::provision);
    }

    /** The document's own word, beside the times that we saw. */
    private void stated(JsonNode date) {
        String what = switch (date.path("label").asText()) {
            case "UPDATED" -> "; it says of itself: last updated ";
            case "EFFECTIVE" -> "; it says of itself: effective ";
            default -> "; it says of itself: dated ";
        };
        html.text(what + date.path("text").asText());
    }

    private void provision(JsonNode provision) {
        JsonNode text = provision.hasNonNull("after") ? provision.path("after") : provision.path("before");
        List<String> path = new ArrayList<>();
        text.path("headingPath").forEach(heading -> path.add(heading.asText()));
        html.raw("<section>\n<h3>");
        html.text((text.path("number").asText("") + " " + String.join(" / ", path)).strip());
        html.raw("</h3>\n");
        String sentence = provision.path("sentence").asText("");
        if (!sentence.isEmpty()) {
            html.element("p", sentence).raw("\n");
        }
        html.raw("<blockquote>");
        provision.path("redline").forEach(this::run);
        html.raw("</blockquote>\n</section>\n");
    }

    private void run(JsonNode run) {
        String text = run.path("text").asText();
        switch (run.path("op").asText()) {
            case "DELETE" -> html.element("del", text);
            case "INSERT" -> html.element("ins", text);
            default -> html.text(text);
        }
    }
}
