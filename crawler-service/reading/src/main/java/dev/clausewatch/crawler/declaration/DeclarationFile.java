package dev.clausewatch.crawler.declaration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The JSON of a file, or what is wrong with it as such. */
final class DeclarationFile {

    /** The largest that is read. The largest one of the public collections has 100 KB. */
    static final int MOST_BYTES = 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private DeclarationFile() {}

    static Optional<ObjectNode> object(byte[] content, DeclarationProblems problems) {
        if (content.length > MOST_BYTES) {
            problems.add(
                    "$",
                    "it has more than %d bytes".formatted(MOST_BYTES),
                    "Split it, or check that it is a declaration.");
            return Optional.empty();
        }
        try {
            JsonNode root = JSON.readTree(content);
            if (!(root instanceof ObjectNode object)) {
                problems.add("$", "it is not a JSON object", "Write {\"name\": …, \"terms\": {…}}.");
            } else if (holdsNul(root)) {
                problems.add("$", "a text holds the character U+0000", "Take it out.");
            } else {
                return Optional.of(object);
            }
        } catch (JsonProcessingException e) {
            var location = e.getLocation();
            String where = location == null
                    ? ""
                    : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
            problems.add("$", "it is not valid JSON" + where + ": " + reason(e), "Correct the JSON.");
        } catch (IOException e) {
            problems.add("$", "it cannot be read as text", "Save it as UTF-8.");
        }
        return Optional.empty();
    }

    /** The database stores no such text. Jackson bounds the depth. */
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

    /** The parser's words where they are about the text, and ours where they are about the parser. */
    private static String reason(JsonProcessingException e) {
        if (e instanceof JsonEOFException) {
            return "it ends before all that it opens is closed";
        }
        if (e instanceof StreamConstraintsException) {
            return "it is nested deeper, or has a longer number or name, than is read";
        }
        if (e instanceof MismatchedInputException) {
            return "something follows behind its last bracket";
        }
        String message = e.getOriginalMessage();
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
