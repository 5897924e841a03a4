package dev.clausewatch.crawler.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads Open Terms Archive declarations. Our own optional fields ({@code cadence}, {@code language}, {@code jurisdictions},
 * {@code category}) may stand in a terms entry or at the top, for all of them; {@code locales} in an entry declares further documents
 * of its terms type, which inherit what they do not say.
 */
public final class DeclarationParser {

    private final Duration usualCadence;

    /** Documents that declare no cadence get this one. */
    public DeclarationParser(Duration usualCadence) {
        this.usualCadence = usualCadence;
    }

    /**
     * Reads a declaration without a history.
     *
     * @param declaration its file name without {@code .json}
     * @param content its JSON
     */
    public ParsedDeclaration parse(String declaration, byte[] content) {
        DeclarationProblems problems = new DeclarationProblems(declaration + ".json");
        List<DocumentDefinition> documents = DeclarationFile.object(content, problems)
                .map(root -> documents(declaration, root, problems))
                .orElse(List.of());
        return new ParsedDeclaration(
                declaration, problems.none() ? documents : List.of(), problems.all(), DeclarationHistory.NONE);
    }

    /**
     * Reads a declaration with the file that holds its history.
     *
     * @param history the JSON of {@code <declaration>.history.json}
     */
    public ParsedDeclaration parse(String declaration, byte[] content, byte[] history) {
        ParsedDeclaration reading = parse(declaration, content);
        // The history has no name of its own: that of the platform today.
        String platform = DeclarationFile.object(content, new DeclarationProblems(""))
                .map(root -> root.path("name").asText())
                .orElse(declaration);
        return reading.with(new HistoryParser(declaration, platform, usualCadence).parse(history));
    }

    private List<DocumentDefinition> documents(String declaration, ObjectNode root, DeclarationProblems problems) {
        if (declaration.indexOf(0) >= 0) {
            problems.add("$", "its name holds the character U+0000", "Name it otherwise.");
        }
        JsonNode name = root.path("name");
        if (!name.isTextual() || name.asText().isBlank()) {
            problems.add("$.name", "the name of the platform is missing", "Add \"name\": \"…\".");
        }
        JsonNode importedFrom = root.path("importedFrom");
        if (!importedFrom.isMissingNode() && !importedFrom.isTextual()) {
            problems.add("$.importedFrom", "it is not a text", "Write an address, or leave it out.");
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
        TermsParser parser = new TermsParser(declaration, name.asText(), root, usualCadence, problems);
        List<DocumentDefinition> documents = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : terms.properties()) {
            documents.addAll(parser.documents("$.terms[\"" + entry.getKey() + "\"]", entry.getKey(), entry.getValue()));
        }
        TermsParser.checkIds(documents, problems);
        return documents;
    }
}
