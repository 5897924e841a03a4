package dev.clausewatch.crawler.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clausewatch.crawler.extract.CssSelector;
import dev.clausewatch.events.Selector;
import dev.clausewatch.events.Source;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one source of a declaration: where it is, what of it counts. What it does not say it inherits. */
final class SourceParser {

    private static final Set<String> RANGE = Set.of("startBefore", "startAfter", "endBefore", "endAfter");

    private final DeclarationProblems problems;

    SourceParser(DeclarationProblems problems) {
        this.problems = problems;
    }

    Optional<Source> source(Scope scope) {
        if (!scope.node().isObject()) {
            problems.add(scope.path(), "it is not an object", "Write {\"fetch\": \"https://…\"}.");
            return Optional.empty();
        }
        String fetch = fetch(scope.path() + ".fetch", scope.own("fetch"));
        List<Selector> select = selectors(scope, "select");
        List<Selector> remove = selectors(scope, "remove");
        Boolean scripts = scripts(scope);
        filters(scope);
        return fetch == null
                ? Optional.empty()
                : Optional.of(new Source(
                        fetch,
                        select,
                        remove,
                        Boolean.TRUE.equals(scripts),
                        Boolean.FALSE.equals(scripts) ? true : null));
    }

    /** True: a browser renders the page. False: none does. Absent: one does when the page is an empty shell without it. */
    private @Nullable Boolean scripts(Scope scope) {
        JsonNode node = scope.find("executeClientScripts");
        if (!node.isMissingNode() && !node.isBoolean()) {
            problems.add(scope.pathOf("executeClientScripts"), "it is not true or false", "Write true or false.");
        }
        return node.isBoolean() ? node.asBoolean() : null;
    }

    /** They are not run, but what nobody could run is wrong. */
    private void filters(Scope scope) {
        JsonNode node = scope.find("filter");
        boolean fine = node.isMissingNode() || node.isArray();
        for (JsonNode filter : node) {
            fine &= filter.isTextual() || (filter.isObject() && filter.size() == 1);
        }
        if (!fine) {
            problems.add(
                    scope.pathOf("filter"),
                    "it is not a list of filters",
                    "Write names, or objects with one name and its parameters: [\"a\", {\"b\": [\"c\"]}].");
        }
    }

    private @Nullable String fetch(String at, JsonNode node) {
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

    private List<Selector> selectors(Scope scope, String field) {
        JsonNode node = scope.find(field);
        String at = scope.pathOf(field);
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
                var unused = CssSelector.parse(selector);
                return Optional.of(selector);
            }
            problems.add(path, "the CSS selector is empty", "Write a CSS selector, such as \"main\".");
        } catch (IllegalArgumentException e) {
            problems.add(
                    path,
                    "\"" + selector + "\" is not a CSS selector that can be followed" + reason(e),
                    "Try it in the browser's console: document.querySelector(…). States such as :hover, pseudo-elements, :lang(…)"
                            + " and :nth-child(… of …) cannot be followed; select without them.");
        }
        return Optional.empty();
    }

    /** What the parser itself says names a place in what is left when it gave up, which is often nothing. */
    private static String reason(IllegalArgumentException e) {
        return e.getCause() == null ? ": " + e.getMessage() : "";
    }
}
