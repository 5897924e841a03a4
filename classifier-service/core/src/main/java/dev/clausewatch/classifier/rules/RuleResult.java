package dev.clausewatch.classifier.rules;

import java.util.List;
import java.util.Set;

/**
 * What the rules say of a provision. The models weigh {@code findings}, {@code decided} and {@code phrases}; what is {@code certain} is
 * given and what is {@code vetoed} is not, whatever they say; where both hold, it is given.
 *
 * @param findings types of which at least one rule holds, however unsure, in the order of the register
 * @param decided those that the rules alone would give, most specific first, at most {@link RuleSet#MAX_TYPES}
 * @param certain those findings that rest on a rule that is marked certain
 * @param vetoed types of which the provision is a near miss by rule
 * @param phrases those of any rule that stand in the text, whether or not the rule holds, as the rules write them
 */
public record RuleResult(
        List<Finding> findings,
        List<Finding> decided,
        List<Finding> certain,
        Set<String> vetoed,
        List<String> phrases) {

    public RuleResult {
        findings = List.copyOf(findings);
        decided = List.copyOf(decided);
        certain = List.copyOf(certain);
        vetoed = Set.copyOf(vetoed);
        phrases = List.copyOf(phrases);
    }

    /** Whether the rules alone would give this type, as the models are told: without {@code vetoed}. */
    public boolean decidesFor(String type) {
        return isAmong(decided, type);
    }

    /** Whether the rules alone would give this type, certain ones and vetoes among them. */
    public boolean gives(String type) {
        return isAmong(certain, type) || (isAmong(decided, type) && !vetoed.contains(type));
    }

    private static boolean isAmong(List<Finding> findings, String type) {
        return findings.stream().anyMatch(finding -> finding.type().equals(type));
    }

    /**
     * A type that rules speak for.
     *
     * @param confidence 0 to 1
     * @param matches what it rests on, surest first
     */
    public record Finding(String type, double confidence, List<Match> matches) {

        public Finding {
            matches = List.copyOf(matches);
        }
    }

    /**
     * A rule that holds.
     *
     * @param decidedBy the rule, such as {@code non-compete/compete-with}
     * @param start where its words begin in the text, in code points
     * @param end behind its last word
     */
    public record Match(String decidedBy, int start, int end) {}
}
