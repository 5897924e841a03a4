package dev.clausewatch.crawler.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of a declaration is accepted but not followed: fields nobody knows, filter functions, scripts. */
final class Unfollowed {

    private static final Set<String> OURS = Set.of("cadence", "language", "jurisdictions", "category");
    private static final Set<String> TOP = Set.of("name", "terms", "importedFrom");
    private static final Set<String> ENTRY =
            Set.of("fetch", "select", "remove", "combine", "executeClientScripts", "filter");
    private static final Set<String> PART = Set.of("fetch", "select", "remove", "executeClientScripts", "filter");

    private Unfollowed() {}

    /** A sentence for each, beginning with its JSON path. */
    static List<String> warnings(JsonNode root, String path, JsonNode entry) {
        List<String> warnings = new ArrayList<>();
        unknownKeys(root, "$", TOP, warnings);
        unknownKeys(entry, path, ENTRY, warnings);
        functions(entry, path, warnings);
        boolean scripts = scripts(entry);
        for (int i = 0; i < entry.path("combine").size(); i++) {
            JsonNode part = entry.path("combine").get(i);
            String at = path + ".combine[" + i + "]";
            unknownKeys(part, at, PART, warnings);
            functions(part, at, warnings);
            scripts |= scripts(part);
        }
        if (scripts) {
            warnings.add(path + ".executeClientScripts: pages are read without a browser");
        }
        return warnings;
    }

    private static boolean scripts(JsonNode node) {
        return node.path("executeClientScripts").asBoolean(false);
    }

    private static void functions(JsonNode node, String path, List<String> warnings) {
        if (node.has("filter")) {
            warnings.add(path + ".filter: filter functions are not run; the page is read without them");
        }
    }

    private static void unknownKeys(JsonNode node, String path, Set<String> known, List<String> warnings) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!known.contains(field.getKey()) && !OURS.contains(field.getKey())) {
                warnings.add(path + "." + field.getKey() + ": this field is not known and not followed");
            }
        }
    }
}
