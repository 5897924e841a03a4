package dev.clausewatch.classifier.correction;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clausewatch.classifier.taxonomy.Register;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.RegisterPublished;
import dev.clausewatch.runtime.http.Violation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a reviewer sends, and says everything that is wrong with it at once. */
final class CorrectionRules {

    /** A reason is a sentence or two, in characters. */
    static final int LONGEST_REASON = 1_000;

    private static final int MOST_TYPES = 3;
    private static final Set<String> FIELDS = Set.of("types", "materiality", "reason");
    private static final List<Materiality> MATERIALITIES =
            List.of(Materiality.EDITORIAL, Materiality.MINOR, Materiality.MATERIAL);

    private final Register register;

    CorrectionRules(Register register) {
        this.register = register;
    }

    /** What came of reading a correction. */
    sealed interface ValidationResult {

        /** It can be taken. */
        record Valid(List<String> types, @Nullable Materiality materiality, String reason)
                implements ValidationResult {}

        /** It cannot. */
        record Refused(List<Violation> violations) implements ValidationResult {}
    }

    ValidationResult judge(JsonNode body) {
        List<Violation> violations = new ArrayList<>();
        if (!body.isObject()) {
            return new ValidationResult.Refused(List.of(
                    new Violation("", "the body is no JSON object", "send {\"types\": [...], \"reason\": \"...\"}")));
        }
        body.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                violations.add(new Violation(
                        shown(name), "no such field", "leave it out; there are types, materiality, reason"));
            }
        });
        List<String> types = types(body.get("types"), violations);
        Materiality materiality = materiality(body.get("materiality"), violations);
        String reason = reason(body.get("reason"), violations);
        return violations.isEmpty()
                ? new ValidationResult.Valid(types, materiality, reason)
                : new ValidationResult.Refused(List.copyOf(violations));
    }

    private List<String> types(@Nullable JsonNode node, List<Violation> violations) {
        if (node == null || !node.isArray()) {
            violations.add(
                    new Violation("types", "it is no list", "send the ids of types, or [] if the clause has none"));
            return List.of();
        }
        if (node.size() > MOST_TYPES) {
            violations.add(new Violation(
                    "types", "there are more than " + MOST_TYPES, "send the most specific ones, most important first"));
            return List.of();
        }
        Set<String> types = new LinkedHashSet<>();
        for (int i = 0; i < node.size(); i++) {
            String id = node.get(i).asText();
            if (!register.hasType(id)) {
                violations.add(
                        new Violation("types[" + i + "]", "there is no type " + shown(id), "send one of " + known()));
            } else if (!types.add(id)) {
                violations.add(new Violation("types[" + i + "]", id + " is there twice", "send it once"));
            }
        }
        return List.copyOf(types);
    }

    private static @Nullable Materiality materiality(@Nullable JsonNode node, List<Violation> violations) {
        if (node == null || node.isNull()) {
            return null;
        }
        for (Materiality materiality : MATERIALITIES) {
            if (materiality.name().equals(node.asText())) {
                return materiality;
            }
        }
        violations.add(new Violation(
                "materiality",
                "there is no materiality " + shown(node.asText()),
                "send one of EDITORIAL, MINOR, MATERIAL, or leave it out"));
        return null;
    }

    private static String reason(@Nullable JsonNode node, List<Violation> violations) {
        String reason =
                node == null || !node.isTextual() ? "" : node.textValue().strip();
        if (reason.isEmpty()) {
            violations.add(new Violation("reason", "it is missing or empty", "say in a sentence why"));
        } else if (reason.length() > LONGEST_REASON) {
            violations.add(new Violation(
                    "reason", "it is longer than " + LONGEST_REASON + " characters", "say it in a sentence or two"));
        } else if (reason.chars().anyMatch(one -> Character.isISOControl(one) && one != '\n')) {
            violations.add(new Violation("reason", "it holds a control character", "send plain text"));
        }
        return reason;
    }

    private String known() {
        return register.types().stream().map(RegisterPublished.Type::id).collect(Collectors.joining(", "));
    }

    private static String shown(String value) {
        return value.length() <= 80 ? value : value.substring(0, 80) + "…";
    }
}
