package dev.clausewatch.crawler.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clausewatch.events.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a declaration says of one terms type: a document, and a further one for each of its locales. */
final class TermsParser {

    private final String declaration;
    private final String platform;
    private final Scope top;
    private final Duration usualCadence;
    private final List<String> warnings;
    private final DeclarationProblems problems;
    private final ExtensionFields ours;
    private final SourceParser sources;

    /**
     * A parser for one file.
     *
     * @param root of the file; its entries inherit our fields from it, and nothing else
     */
    TermsParser(
            String declaration, String platform, ObjectNode root, Duration usualCadence, DeclarationProblems problems) {
        this.declaration = declaration;
        this.platform = platform;
        this.top = new Scope("$", root.deepCopy().retain(ExtensionFields.NAMES), null);
        this.usualCadence = usualCadence;
        this.warnings = IgnoredFields.atTheTop(root);
        this.problems = problems;
        this.ours = new ExtensionFields(problems);
        this.sources = new SourceParser(problems);
    }

    /** The documents without a problem, that of no locale first. */
    List<DocumentDefinition> documents(String path, String termsType, JsonNode node) {
        Scope entry = new Scope(path, node, top);
        if (!node.isObject()) {
            problems.add(path, "it is not an object", "Write {\"fetch\": \"https://…\"}.");
            return List.of();
        }
        List<DocumentDefinition> documents = new ArrayList<>();
        document(termsType, null, entry).ifPresent(documents::add);
        JsonNode locales = node.path("locales");
        if (!locales.isMissingNode() && !locales.isObject()) {
            problems.add(
                    path + ".locales",
                    "it is not an object",
                    "Write {\"de\": {\"fetch\": \"https://…\"}}, with a language tag for each.");
        }
        for (Map.Entry<String, JsonNode> locale : locales.properties()) {
            locale(termsType, locale.getKey(), entry.inside(".locales[\"" + locale.getKey() + "\"]", locale.getValue()))
                    .ifPresent(documents::add);
        }
        return documents;
    }

    private Optional<DocumentDefinition> locale(String termsType, String tag, Scope scope) {
        if (!scope.node().isObject()) {
            problems.add(scope.path(), "it is not an object", "Write {\"fetch\": \"https://…\"}.");
            return Optional.empty();
        }
        String locale = ours.tag(scope.path(), tag);
        return locale == null ? Optional.empty() : document(termsType, locale, scope);
    }

    private Optional<DocumentDefinition> document(String termsType, @Nullable String locale, Scope scope) {
        int before = problems.count();
        List<Source> pages = sources(scope);
        Duration cadence = ours.cadence(scope, usualCadence);
        // A locale is a language; the one of the entry is another's.
        String language = locale == null || scope.node().has("language") ? ours.language(scope) : locale;
        List<String> jurisdictions = ours.jurisdictions(scope);
        String category = ours.category(scope);
        if (problems.count() > before || pages.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DocumentDefinition(
                declaration,
                platform,
                termsType,
                locale,
                language,
                jurisdictions,
                category,
                cadence,
                pages,
                Stream.concat(warnings.stream(), IgnoredFields.warnings(scope).stream())
                        .toList()));
    }

    private List<Source> sources(Scope scope) {
        JsonNode combine = scope.own("combine");
        if (combine.isMissingNode()) {
            return sources.source(scope).map(List::of).orElse(List.of());
        }
        if (!combine.isArray() || combine.isEmpty()) {
            problems.add(scope.path() + ".combine", "it is not a list of sources", "Write [{\"fetch\": …}, …].");
            return List.of();
        }
        if (scope.node().has("fetch")) {
            problems.add(
                    scope.path() + ".fetch",
                    "there is a combine too, and it says what is fetched",
                    "Make the address a source of combine, or take combine out.");
        }
        List<Source> found = new ArrayList<>();
        for (int i = 0; i < combine.size(); i++) {
            sources.source(scope.inside(".combine[" + i + "]", combine.get(i))).ifPresent(found::add);
        }
        return found;
    }

    /** Two documents of one id are one too many. */
    static void checkIds(List<DocumentDefinition> documents, DeclarationProblems problems) {
        for (int i = 1; i < documents.size(); i++) {
            DocumentDefinition later = documents.get(i);
            documents.stream()
                    .limit(i)
                    .filter(other -> other.id().equals(later.id()))
                    .findFirst()
                    .ifPresent(other -> problems.add(
                            later.path(),
                            "it has the same id as " + other.path() + ": " + later.id(),
                            "Name the terms types, or the locales, differently."));
        }
    }
}
