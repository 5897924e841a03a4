package dev.clausewatch.classifier.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of one type. */
final class TypeRules {

    /** Rules never make surer than this. */
    private static final double CEILING = 0.97;

    /** A type that its rules found, with the matches that made it so, surest first. */
    record Found(TypeRules rules, double confidence, List<Rule.Match> matches) {

        String type() {
            return rules.type;
        }

        int specificity() {
            return rules.specificity;
        }

        boolean isCertain() {
            return matches.stream().anyMatch(Rule.Match::certain);
        }

        RuleResult.Finding finding() {
            return new RuleResult.Finding(
                    type(),
                    confidence,
                    matches.stream()
                            .map(match -> new RuleResult.Match(match.ruleId(), match.start(), match.end()))
                            .toList());
        }
    }

    private final String type;
    private final int specificity;
    private final List<String> yieldsTo;
    private final int[] not;
    private final List<Rule> rules;
    private final List<Rule> vetoes;

    private TypeRules(RuleFile file, int[] not, List<Rule> rules, List<Rule> vetoes) {
        this.type = file.type();
        this.specificity = file.specificity();
        this.yieldsTo = file.yieldsTo() == null ? List.of() : file.yieldsTo();
        this.not = not;
        this.rules = rules;
        this.vetoes = vetoes;
    }

    static TypeRules compile(RuleFile file, Map<String, List<String>> named, PhraseIndex index) {
        file.rules().stream()
                .filter(spec -> spec.weight() <= 0 || spec.weight() >= 1)
                .findFirst()
                .ifPresent(spec -> {
                    throw new IllegalArgumentException(
                            "The rule %s/%s needs a weight between 0 and 1".formatted(file.type(), spec.id()));
                });
        return new TypeRules(
                file,
                index.addAll(file.not() == null ? List.of() : file.not()),
                compiled(file.type(), file.rules(), named, index),
                compiled(file.type(), file.vetoes() == null ? List.of() : file.vetoes(), named, index));
    }

    private static List<Rule> compiled(
            String type, List<RuleFile.Spec> specs, Map<String, List<String>> named, PhraseIndex index) {
        return specs.stream()
                .map(spec -> Rule.compile(type, spec, named, index))
                .toList();
    }

    String type() {
        return type;
    }

    /** Whether the provision is a near miss of the type by rule. */
    boolean isVetoed(PhraseMatches reading) {
        return vetoes.stream().anyMatch(rule -> rule.match(reading) != null);
    }

    /** What the rules say, however unsure; nothing if none holds. */
    @Nullable
    Found find(PhraseMatches reading) {
        if (reading.inText(not)) {
            return null;
        }
        List<Rule.Match> matches = new ArrayList<>();
        for (Rule rule : rules) {
            Rule.Match match = rule.match(reading);
            if (match != null) {
                matches.add(match);
            }
        }
        if (matches.isEmpty()) {
            return null;
        }
        matches.sort(Comparator.comparingDouble(Rule.Match::weight).reversed());
        double doubt = matches.stream().mapToDouble(match -> 1 - match.weight()).reduce(1, (a, b) -> a * b);
        return new Found(this, Math.min(CEILING, 1 - doubt), List.copyOf(matches));
    }

    /** Whether a type gives way to another that was found. */
    boolean yieldsTo(Found other, double confidence) {
        return yieldsTo.contains(other.type()) && other.confidence() >= confidence;
    }
}
