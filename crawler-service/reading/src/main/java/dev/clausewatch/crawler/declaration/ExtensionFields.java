package dev.clausewatch.crawler.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the optional fields that are ours and that Open Terms Archive's engine passes over. */
final class ExtensionFields {

    static final Set<String> NAMES = Set.of("cadence", "language", "jurisdictions", "category");

    private static final Duration SHORTEST_CADENCE = Duration.ofMillis(100);
    private static final Duration LONGEST_CADENCE = Duration.ofDays(366);
    private static final Pattern SUBDIVISION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
    private static final int LONGEST_CATEGORY = 100;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final DeclarationProblems problems;

    ExtensionFields(DeclarationProblems problems) {
        this.problems = problems;
    }

    /** Time between two captures. */
    Duration cadence(Scope scope, Duration usual) {
        JsonNode node = scope.find("cadence");
        if (node.isMissingNode()) {
            return usual;
        }
        try {
            Duration cadence = Duration.parse(node.asText());
            if (cadence.compareTo(SHORTEST_CADENCE) >= 0 && cadence.compareTo(LONGEST_CADENCE) <= 0) {
                return cadence;
            }
        } catch (DateTimeParseException e) {
            // Reported below, like a duration out of range.
        }
        problems.add(
                scope.pathOf("cadence"),
                "\"" + node.asText() + "\" is not a duration of a year at most",
                "Write an ISO 8601 duration, such as \"PT12H\".");
        return usual;
    }

    @Nullable
    String language(Scope scope) {
        JsonNode node = scope.find("language");
        return node.isMissingNode() ? null : tag(scope.pathOf("language"), node.isTextual() ? node.asText() : "");
    }

    /** A BCP 47 tag in its usual spelling; absent, with a problem, when it is none. */
    @Nullable
    String tag(String path, String text) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(text).build();
            String language = locale.getLanguage();
            if (language.length() == 3 || LANGUAGES.contains(language)) {
                return locale.toLanguageTag();
            }
        } catch (IllformedLocaleException e) {
            // Reported below, like a language that nobody knows.
        }
        problems.add(
                path,
                "\"" + text + "\" is not a language tag of BCP 47",
                "Write one such as \"en\", \"de\" or \"pt-BR\".");
        return null;
    }

    /** Countries and their parts by ISO 3166, or {@code EU}. */
    List<String> jurisdictions(Scope scope) {
        JsonNode node = scope.find("jurisdictions");
        List<String> found = new ArrayList<>();
        if (node.isMissingNode()) {
            return found;
        }
        String at = scope.pathOf("jurisdictions");
        if (!node.isArray()) {
            problems.add(at, "it is not a list of texts", "Write a list, such as [\"EU\", \"US\"].");
            return found;
        }
        for (int i = 0; i < node.size(); i++) {
            String code = node.get(i).asText().strip().toUpperCase(Locale.ROOT);
            if (!node.get(i).isTextual() || !jurisdiction(code)) {
                problems.add(
                        at + "[" + i + "]",
                        "\"" + node.get(i).asText() + "\" is not a country of ISO 3166 or EU",
                        "Write a code such as \"US\", \"GB\", \"US-CA\" or \"EU\".");
            } else if (!found.contains(code)) {
                found.add(code);
            }
        }
        return found;
    }

    private static boolean jurisdiction(String code) {
        String country = SUBDIVISION.matcher(code).matches() ? code.substring(0, 2) : code;
        return code.equals("EU") || COUNTRIES.contains(country);
    }

    @Nullable
    String category(Scope scope) {
        JsonNode node = scope.find("category");
        if (node.isMissingNode()) {
            return null;
        }
        String category = node.asText().strip();
        if (node.isTextual() && !category.isEmpty() && category.length() <= LONGEST_CATEGORY) {
            return category;
        }
        problems.add(
                scope.pathOf("category"),
                "it is not a text of %d characters at most".formatted(LONGEST_CATEGORY),
                "Write a string such as \"ai-assistant\", or leave it out.");
        return null;
    }
}
