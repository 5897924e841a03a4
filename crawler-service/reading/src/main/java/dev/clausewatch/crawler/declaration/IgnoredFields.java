package dev.clausewatch.crawler.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of a declaration is accepted but not followed: fields nobody knows, filter functions, selectors of a PDF. */
final class IgnoredFields {

    private static final Set<String> TOP = Set.of("name", "terms", "importedFrom");
    private static final Set<String> PART = Set.of("fetch", "select", "remove", "executeClientScripts", "filter");
    private static final Set<String> ENTRY =
            Set.of("fetch", "select", "remove", "executeClientScripts", "filter", "combine", "locales");

    private IgnoredFields() {}

    /** Of the file's first level, a sentence for each field nobody knows. */
    static List<String> atTheTop(JsonNode root) {
        List<String> warnings = new ArrayList<>();
        unknownKeys("$", root, TOP, warnings);
        return warnings;
    }

    /** Of a document: a sentence for each, beginning with its JSON path. */
    static List<String> warnings(Scope document) {
        List<String> warnings = new ArrayList<>();
        unknownKeys(document.path(), document.node(), ENTRY, warnings);
        JsonNode combine = document.own("combine");
        List<Scope> sources = new ArrayList<>();
        for (int i = 0; i < combine.size(); i++) {
            sources.add(document.inside(".combine[" + i + "]", combine.get(i)));
        }
        sources.forEach(source -> unknownKeys(source.path(), source.node(), PART, warnings));
        (sources.isEmpty() ? Stream.of(document) : sources.stream())
                .flatMap(source -> Stream.of(filters(source), selectorsOfPdf(source)))
                .filter(warning -> warning != null)
                .distinct()
                .forEach(warnings::add);
        return warnings;
    }

    private static @Nullable String filters(Scope source) {
        JsonNode filters = source.find("filter");
        if (filters.isEmpty()) {
            return null;
        }
        List<String> names = new ArrayList<>();
        filters.forEach(
                filter -> names.add(filter.isObject() ? filter.fieldNames().next() : filter.asText()));
        return "%s: filter functions are not run; the page is read without %s"
                .formatted(source.pathOf("filter"), String.join(", ", names));
    }

    /** Open Terms Archive tells a PDF by the end of its address. */
    private static @Nullable String selectorsOfPdf(Scope source) {
        String path = URI.create(source.own("fetch").asText().strip()).getPath();
        return source.node().has("select")
                        && path != null
                        && path.toLowerCase(Locale.ROOT).endsWith(".pdf")
                ? source.path() + ".fetch: a PDF is read whole; select and remove are for HTML"
                : null;
    }

    private static void unknownKeys(String path, JsonNode node, Set<String> known, List<String> warnings) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!known.contains(field.getKey()) && !ExtensionFields.NAMES.contains(field.getKey())) {
                warnings.add(path + "." + field.getKey() + ": this field is not known and not followed");
            }
        }
    }
}
