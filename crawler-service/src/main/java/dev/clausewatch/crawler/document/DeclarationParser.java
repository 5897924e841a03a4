package dev.clausewatch.crawler.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.clausewatch.events.Source;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads Open Terms Archive declarations. Our own optional fields ({@code cadence}, {@code language}, {@code jurisdictions},
 * {@code category}) may stand in a terms entry or at the top, for all of them.
 */
public final class DeclarationParser {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Duration defaultCadence;

    /** Documents that declare no cadence get this one. */
    public DeclarationParser(Duration defaultCadence) {
        this.defaultCadence = defaultCadence;
    }

    /**
     * Reads a declaration.
     *
     * @param declaration its file name without {@code .json}
     * @param content its JSON
     */
    public DeclarationReading parse(String declaration, byte[] content) {
        Problems problems = new Problems(declaration + ".json");
        List<DocumentDefinition> documents = List.of();
        try {
            documents = read(declaration, JSON.readTree(content), problems);
        } catch (JsonProcessingException e) {
            var location = e.getLocation();
            String where = location == null
                    ? ""
                    : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
            problems.add(
                    "$",
                    "it is not valid JSON" + where + ": " + firstLine(e.getOriginalMessage()),
                    "Correct the JSON.");
        } catch (java.io.IOException e) {
            problems.add("$", "it cannot be read as text", "Save it as UTF-8.");
        }
        return new DeclarationReading(declaration, problems.none() ? documents : List.of(), problems.all());
    }

    private List<DocumentDefinition> read(String declaration, JsonNode root, Problems problems) {
        if (!root.isObject()) {
            problems.add("$", "it is not a JSON object", "Write {\"name\": …, \"terms\": {…}}.");
            return List.of();
        }
        if (declaration.indexOf(0) >= 0 || holdsNul(root)) {
            problems.add("$", "a text holds the character U+0000", "Take it out.");
            return List.of();
        }
        JsonNode name = root.path("name");
        if (!name.isTextual() || name.asText().isBlank()) {
            problems.add("$.name", "the name of the platform is missing", "Add \"name\": \"…\".");
        }
        JsonNode terms = root.path("terms");
        // An empty object is a platform whose documents are all history.
        if (!terms.isObject()) {
            problems.add(
                    "$.terms",
                    "there are no terms",
                    "Add \"terms\": {\"Terms of Service\": {\"fetch\": \"https://…\"}}.");
            return List.of();
        }
        List<DocumentDefinition> documents = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : terms.properties()) {
            Entry reading = new Entry(declaration, name.asText(), root, entry.getKey(), entry.getValue(), problems);
            DocumentDefinition document = document(reading);
            if (document != null) {
                documents.add(document);
            }
        }
        checkIds(documents, problems);
        return documents;
    }

    private record Entry(
            String declaration, String platform, JsonNode root, String termsType, JsonNode node, Problems problems) {

        String path() {
            return "$.terms[\"" + termsType + "\"]";
        }

        /** A field of ours: in the entry, else at the top. */
        JsonNode ours(String field) {
            return node.has(field) ? node.path(field) : root.path(field);
        }

        String oursPath(String field) {
            return (node.has(field) ? path() : "$") + "." + field;
        }
    }

    private @Nullable DocumentDefinition document(Entry entry) {
        if (!entry.node.isObject()) {
            entry.problems.add(entry.path(), "it is not an object", "Write {\"fetch\": \"https://…\"}.");
            return null;
        }
        int before = entry.problems.count();
        List<String> warnings = Unfollowed.warnings(entry.root, entry.path(), entry.node);
        List<Source> sources = sources(entry);
        Duration cadence = cadence(entry);
        String language = text(entry, "language");
        String category = text(entry, "category");
        List<String> jurisdictions = jurisdictions(entry);
        if (entry.problems.count() > before || entry.platform.isBlank()) {
            return null;
        }
        return new DocumentDefinition(
                entry.declaration,
                entry.platform,
                entry.termsType,
                language,
                jurisdictions,
                category,
                cadence,
                sources,
                warnings);
    }

    private static List<Source> sources(Entry entry) {
        SourceParser parser = new SourceParser(entry.problems);
        JsonNode combine = entry.node.path("combine");
        if (combine.isMissingNode()) {
            return parser.source(entry.path(), entry.node, entry.node)
                    .map(List::of)
                    .orElse(List.of());
        }
        if (!combine.isArray() || combine.isEmpty()) {
            entry.problems.add(entry.path() + ".combine", "it is not a list of sources", "Write [{\"fetch\": …}, …].");
            return List.of();
        }
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < combine.size(); i++) {
            parser.source(entry.path() + ".combine[" + i + "]", combine.get(i), entry.node)
                    .ifPresent(sources::add);
        }
        return sources;
    }

    private Duration cadence(Entry entry) {
        JsonNode node = entry.ours("cadence");
        if (node.isMissingNode()) {
            return defaultCadence;
        }
        try {
            Duration cadence = Duration.parse(node.asText());
            if (cadence.compareTo(Duration.ofMillis(100)) >= 0 && cadence.compareTo(Duration.ofDays(366)) <= 0) {
                return cadence;
            }
        } catch (DateTimeParseException e) {
            // Reported below, like a duration out of range.
        }
        entry.problems.add(
                entry.oursPath("cadence"),
                "\"" + node.asText() + "\" is not a duration of a year at most",
                "Write an ISO 8601 duration, such as \"PT12H\".");
        return defaultCadence;
    }

    private static @Nullable String text(Entry entry, String field) {
        JsonNode node = entry.ours(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isTextual() || node.asText().isBlank()) {
            entry.problems.add(entry.oursPath(field), "it is not a text", "Write a string or leave it out.");
            return null;
        }
        return node.asText();
    }

    private static List<String> jurisdictions(Entry entry) {
        JsonNode node = entry.ours("jurisdictions");
        List<String> found = new ArrayList<>();
        if (node.isMissingNode()) {
            return found;
        }
        for (JsonNode item : node) {
            if (item.isTextual() && !item.asText().isBlank()) {
                found.add(item.asText());
            }
        }
        if (!node.isArray() || found.size() != node.size()) {
            entry.problems.add(
                    entry.oursPath("jurisdictions"),
                    "it is not a list of texts",
                    "Write a list, such as [\"EU\", \"US\"].");
        }
        return found;
    }

    /** The database stores no such text. */
    private static boolean holdsNul(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue().indexOf(0) >= 0;
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (field.getKey().indexOf(0) >= 0) {
                return true;
            }
        }
        for (JsonNode child : node) {
            if (holdsNul(child)) {
                return true;
            }
        }
        return false;
    }

    private static void checkIds(List<DocumentDefinition> documents, Problems problems) {
        for (int i = 1; i < documents.size(); i++) {
            DocumentDefinition later = documents.get(i);
            documents.stream()
                    .limit(i)
                    .filter(other -> other.id().equals(later.id()))
                    .findFirst()
                    .ifPresent(other -> problems.add(
                            "$.terms[\"" + later.termsType() + "\"]",
                            "it has the same id as \"" + other.termsType() + "\": " + later.id(),
                            "Name the terms types differently."));
        }
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
