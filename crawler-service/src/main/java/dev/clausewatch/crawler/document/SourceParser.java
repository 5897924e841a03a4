package dev.clausewatch.crawler.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clausewatch.events.Selector;
import dev.clausewatch.events.Source;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;

/** Reads one source of a declaration: where it is, what of it counts. What it does not say it inherits. */
final class SourceParser {

    private static final Set<String> RANGE = Set.of("startBefore", "startAfter", "endBefore", "endAfter");

    private final Problems problems;

    SourceParser(Problems problems) {
        this.problems = problems;
    }

    Optional<Source> source(String path, JsonNode own, JsonNode inherited) {
        if (!own.isObject()) {
            problems.add(path, "it is not an object", "Write {\"fetch\": \"https://…\"}.");
            return Optional.empty();
        }
        int before = problems.count();
        String fetch = fetch(path, own.path("fetch"));
        List<Selector> select = selectors(path, "select", own, inherited);
        List<Selector> remove = selectors(path, "remove", own, inherited);
        Boolean scripts = scripts(path, own, inherited);
        return fetch == null || problems.count() > before
                ? Optional.empty()
                : Optional.of(new Source(
                        fetch,
                        select,
                        remove,
                        Boolean.TRUE.equals(scripts),
                        Boolean.FALSE.equals(scripts) ? true : null));
    }

    /** True: a browser renders the page. False: none does. Absent: one does when the page is an empty shell without it. */
    private @Nullable Boolean scripts(String path, JsonNode own, JsonNode inherited) {
        JsonNode node = (own.has("executeClientScripts") ? own : inherited).path("executeClientScripts");
        if (!node.isMissingNode() && !node.isBoolean()) {
            problems.add(path + ".executeClientScripts", "it is not true or false", "Write true or false.");
        }
        return node.isBoolean() ? node.asBoolean() : null;
    }

    private @Nullable String fetch(String path, JsonNode node) {
        String at = path + ".fetch";
        if (!node.isTextual() || node.asText().isBlank()) {
            problems.add(at, "the address is missing", "Add \"fetch\": \"https://…\".");
            return null;
        }
        String address = node.asText().strip();
        try {
            URI url = new URI(address);
            boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            if (web && url.getHost() != null && url.getUserInfo() == null) {
                return address;
            }
            problems.add(
                    at,
                    "\"" + address + "\" is not an http or https address with a host and without a password",
                    "Write the address as a browser shows it, such as \"https://example.com/terms\".");
        } catch (URISyntaxException e) {
            problems.add(
                    at,
                    "\"" + address + "\" is not an address: " + e.getReason(),
                    "Write the address as a browser copies it, with special characters encoded.");
        }
        return null;
    }

    private List<Selector> selectors(String path, String field, JsonNode own, JsonNode inherited) {
        JsonNode node = own.has(field) ? own.path(field) : inherited.path(field);
        String at = path + "." + field;
        List<Selector> selectors = new ArrayList<>();
        if (node.isMissingNode()) {
            return selectors;
        }
        if (!node.isArray()) {
            selector(at, node).ifPresent(selectors::add);
            return selectors;
        }
        for (int i = 0; i < node.size(); i++) {
            selector(at + "[" + i + "]", node.get(i)).ifPresent(selectors::add);
        }
        return selectors;
    }

    private Optional<Selector> selector(String path, JsonNode node) {
        if (node.isTextual()) {
            return css(path, node).map(Selector::css);
        }
        if (node.isObject()) {
            return range(path, node);
        }
        problems.add(
                path,
                "it is neither a CSS selector nor a range",
                "Write a string, or {\"startBefore\": \"…\", \"endBefore\": \"…\"}.");
        return Optional.empty();
    }

    private Optional<Selector> range(String path, JsonNode node) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!RANGE.contains(field.getKey())) {
                problems.add(
                        path + "." + field.getKey(),
                        "a range does not know this field",
                        "Use startBefore or startAfter, and endBefore or endAfter.");
                return Optional.empty();
            }
        }
        if (node.has("startBefore") == node.has("startAfter") || node.has("endBefore") == node.has("endAfter")) {
            problems.add(
                    path,
                    "a range needs exactly one start and one end",
                    "Write one of startBefore and startAfter, and one of endBefore and endAfter.");
            return Optional.empty();
        }
        int before = problems.count();
        Selector range = new Selector(
                null,
                bound(path, node, "startBefore"),
                bound(path, node, "startAfter"),
                bound(path, node, "endBefore"),
                bound(path, node, "endAfter"));
        return problems.count() > before ? Optional.empty() : Optional.of(range);
    }

    private @Nullable String bound(String path, JsonNode node, String field) {
        return node.has(field) ? css(path + "." + field, node.path(field)).orElse(null) : null;
    }

    private Optional<String> css(String path, JsonNode node) {
        String selector = node.asText().strip();
        try {
            if (node.isTextual() && !selector.isEmpty()) {
                var unused = QueryParser.parse(selector);
                return Optional.of(selector);
            }
            problems.add(path, "the CSS selector is empty", "Write a CSS selector, such as \"main\".");
        } catch (SelectorParseException | IllegalArgumentException e) {
            problems.add(
                    path,
                    "\"" + selector + "\" is not a CSS selector: " + e.getMessage(),
                    "Try it in the browser's console: document.querySelector(…).");
        }
        return Optional.empty();
    }
}
