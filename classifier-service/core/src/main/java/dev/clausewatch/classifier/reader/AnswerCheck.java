package dev.clausewatch.classifier.reader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.clausewatch.classifier.rules.RuleSet;
import dev.clausewatch.classifier.taxonomy.Register;
import dev.clausewatch.events.EvidenceSpan;
import dev.clausewatch.events.ProvisionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks a language model's answer against the provision that it was asked about: each type is one of the taxonomy, and its quotation
 * stands word for word in the provision. Whatever the provision told the model to say, nothing else passes. Thread-safe.
 */
public final class AnswerCheck {

    /** Characters of an answer; more than three types with long quotations have. */
    public static final int MOST_CHARACTERS = 8_000;

    private static final String UNFOUNDED = "unfounded";
    private static final String FENCE = "```";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Register register;

    /** A check by the types of this register. */
    public AnswerCheck(Register register) {
        this.register = register;
    }

    /**
     * What of an answer can be used. An answer whose types are all refused says nothing, and is refused itself.
     *
     * @param model that gave it; evidence names it
     */
    public CheckedAnswer check(String answer, Question question, String model) {
        if (answer.length() > MOST_CHARACTERS) {
            return refused("too-large");
        }
        Optional<List<Claim>> claims = claims(answer);
        if (claims.isEmpty()) {
            return refused("unreadable");
        }
        if (claims.get().size() > RuleSet.MAX_TYPES) {
            return refused("too-many-types");
        }
        List<ProvisionType> types = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        for (Claim claim : claims.get()) {
            Optional<Quotation.Place> place = Quotation.find(claim.quotation(), question.text());
            if (!register.hasType(claim.type())) {
                refusals.add("unknown-type");
            } else if (types.stream().anyMatch(type -> type.id().equals(claim.type()))) {
                refusals.add("given-twice");
            } else if (place.isEmpty()) {
                refusals.add(UNFOUNDED);
            } else {
                EvidenceSpan span = new EvidenceSpan(
                        question.side(), place.get().start(), place.get().end(), "language-model/" + model);
                types.add(new ProvisionType(claim.type(), 1, List.of(span)));
            }
        }
        return types.isEmpty() && !refusals.isEmpty()
                ? new CheckedAnswer.Refused(UNFOUNDED, refusals)
                : new CheckedAnswer.Read(types, refusals);
    }

    private static CheckedAnswer refused(String reason) {
        return new CheckedAnswer.Refused(reason, List.of());
    }

    /** A type that the model gives, with the words it names. */
    private record Claim(String type, String quotation) {}

    /** What the model claims; empty where it did not answer in the form it was asked for. */
    private static Optional<List<Claim>> claims(String answer) {
        JsonNode types;
        try {
            types = JSON.readTree(unfenced(answer)).path("types");
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
        if (!types.isArray()) {
            return Optional.empty();
        }
        List<Claim> claims = new ArrayList<>();
        for (JsonNode one : types) {
            if (!one.path("type").isTextual() || !one.path("quotation").isTextual()) {
                return Optional.empty();
            }
            claims.add(new Claim(
                    one.path("type").textValue(), one.path("quotation").textValue()));
        }
        return Optional.of(claims);
    }

    /** Many models put JSON between marks of code, whatever they are told. */
    private static String unfenced(String answer) {
        String text = answer.strip();
        int line = text.indexOf('\n');
        if (!text.startsWith(FENCE) || !text.endsWith(FENCE) || line < 0 || line > text.length() - FENCE.length()) {
            return text;
        }
        return text.substring(line, text.length() - FENCE.length());
    }
}
