package dev.clausewatch.classifier.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    private final List<Integer> not;
    private final List<Rule> rules;

    private TypeRules(RuleFile file, List<Integer> not, List<Rule> rules) {
        this.type = file.type();
        this.specificity = file.specificity();
        this.yieldsTo = file.yieldsTo() == null ? List.of() : file.yieldsTo();
        this.not = not;
        this.rules = rules;
    }

    static TypeRules compile(RuleFile file, Map<String, List<String>> named, PhraseIndex index) {
        List<Rule> rules = file.rules().stream()
                .map(spec -> Rule.compile(file.type(), spec, named, index))
                .toList();
        List<Integer> not = file.not() == null
                ? List.of()
                : file.not().stream().map(index::add).toList();
        return new TypeRules(file, not, rules);
    }

    /** What the rules say, however unsure. */
    Optional<Found> find(PhraseMatches reading) {
        if (reading.inText(not)) {
            return Optional.empty();
        }
        List<Rule.Match> matches = rules.stream()
                .map(rule -> rule.match(reading))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(Rule.Match::weight).reversed())
                .toList();
        double doubt = matches.stream().mapToDouble(match -> 1 - match.weight()).reduce(1, (a, b) -> a * b);
        return matches.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(this, Math.min(CEILING, 1 - doubt), matches));
    }

    /** Whether a type gives way to another that was found. */
    boolean yieldsTo(Found other, double confidence) {
        return yieldsTo.contains(other.type()) && other.confidence() >= confidence;
    }
}
