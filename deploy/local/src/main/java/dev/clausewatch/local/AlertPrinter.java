package dev.clausewatch.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Prints messages of the demo's subscription for people. */
final class AlertPrinter {

    private static final int WIDTH = 96;
    private static final int MOST_PROVISIONS = 3;

    private final PrintStream out;

    AlertPrinter(PrintStream out) {
        this.out = out;
    }

    void print(DemoSubscriber.Message message) {
        JsonNode change = message.data().path("change");
        JsonNode document = change.path("document");
        List<String> lines = new ArrayList<>();
        String heading = switch (message.type()) {
            case "change.alerted" -> "ALERT";
            case "change.retracted" -> "RETRACTION";
            case "change.reinstated" -> "REINSTATEMENT";
            default -> message.type();
        };
        lines.add("");
        lines.add("◆ " + heading + severity(change) + "  "
                + document.path("platform").asText() + " · "
                + document.path("termsType").asText() + "   (signature verified)");
        if (change.hasNonNull("headline")) {
            lines.addAll(wrap(change.path("headline").asText()));
        }
        if (message.data().hasNonNull("summary")) {
            lines.addAll(wrap(message.data().path("summary").asText()));
        }
        JsonNode provisions = message.data().path("provisions");
        for (int i = 0; i < Math.min(provisions.size(), MOST_PROVISIONS); i++) {
            provision(provisions.get(i), lines);
        }
        if (change.hasNonNull("url")) {
            lines.add("  " + change.path("url").asText());
        }
        synchronized (out) {
            lines.forEach(out::println);
            out.flush();
        }
    }

    private static void provision(JsonNode provision, List<String> lines) {
        List<String> path = texts(provision.path("headingPath"));
        if (!path.isEmpty()) {
            lines.add("  § " + String.join(" › ", path));
        }
        lines.addAll(wrap(provision.path("sentence").asText()));
        List<String> areas = texts(provision.path("areas"));
        if (!areas.isEmpty()) {
            lines.addAll(wrap("Engages: " + String.join(", ", areas)));
        }
    }

    private static String severity(JsonNode change) {
        return change.hasNonNull("severity") ? " [" + change.path("severity").asText() + "]" : "";
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static List<String> wrap(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder("  ");
        for (String word : text.split(" ", -1)) {
            if (line.length() + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder("  ");
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString());
        return lines;
    }
}
