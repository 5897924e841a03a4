package dev.clausewatch.crawler.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code <declaration>.history.json}: by terms type, a list of declarations of old, each with the {@code validUntil} up to
 * which it was in force. What is wrong in it is passed over and named.
 */
final class HistoryParser {

    private static final String VALID_UNTIL = "validUntil";

    private final String declaration;
    private final String platform;
    private final Duration usualCadence;
    private final DeclarationProblems problems;

    HistoryParser(String declaration, String platform, Duration usualCadence) {
        this.declaration = declaration;
        this.platform = platform;
        this.usualCadence = usualCadence;
        this.problems = new DeclarationProblems(declaration + DeclarationSet.HISTORY_SUFFIX);
    }

    DeclarationHistory parse(byte[] content) {
        List<PastDeclaration> past = new ArrayList<>();
        DeclarationFile.object(content, problems).ifPresent(root -> {
            TermsParser parser = new TermsParser(
                    declaration, platform, JsonNodeFactory.instance.objectNode(), usualCadence, problems);
            for (Map.Entry<String, JsonNode> type : root.properties()) {
                past.addAll(ofType(parser, type.getKey(), type.getValue()));
            }
        });
        return new DeclarationHistory(past, problems.all());
    }

    private List<PastDeclaration> ofType(TermsParser parser, String termsType, JsonNode list) {
        String at = "$[\"" + termsType + "\"]";
        if (!list.isArray()) {
            problems.add(at, "it is not a list", "Write [{\"fetch\": …, \"validUntil\": …}].");
            return List.of();
        }
        List<PastDeclaration> past = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode entry = list.get(i);
            String path = at + "[" + i + "]";
            if (entry instanceof ObjectNode object) {
                Instant until = validUntil(path + "." + VALID_UNTIL, object);
                JsonNode rest = object.deepCopy().without(VALID_UNTIL);
                List<DocumentDefinition> documents = parser.documents(path, termsType, rest);
                if (until != null) {
                    documents.forEach(document -> past.add(new PastDeclaration(until, document)));
                }
            } else {
                problems.add(path, "it is not an object", "Write {\"fetch\": …, \"validUntil\": …}.");
            }
        }
        return past;
    }

    private @Nullable Instant validUntil(String path, ObjectNode entry) {
        JsonNode node = entry.path(VALID_UNTIL);
        try {
            if (node.isTextual()) {
                return OffsetDateTime.parse(node.asText().strip()).toInstant();
            }
        } catch (DateTimeParseException e) {
            // Reported below, like a field that is missing.
        }
        problems.add(
                path,
                (node.isMissingNode()
                                ? "it is missing" + misspelt(entry)
                                : "\"" + node.asText() + "\" is not a date with time and zone")
                        + "; the declaration is passed over",
                "Write until when it was in force, such as \"validUntil\": \"2024-05-31T12:00:00Z\".");
        return null;
    }

    private static String misspelt(ObjectNode entry) {
        for (Map.Entry<String, JsonNode> field : entry.properties()) {
            if (field.getKey().equalsIgnoreCase(VALID_UNTIL)) {
                return "; " + field.getKey() + " is another word";
            }
        }
        return "";
    }
}
