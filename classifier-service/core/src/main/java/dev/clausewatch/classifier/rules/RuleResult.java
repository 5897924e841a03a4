package dev.clausewatch.classifier.rules;

import java.util.List;

/**
 * What the rules say of a provision.
 *
 * @param findings types of which at least one rule holds, however unsure, in the order of the register
 * @param decided those that the rules alone would give, most specific first, at most {@link RuleSet#MAX_TYPES}
 * @param phrases those of any rule that stand in the text, whether or not the rule holds, as the rules write them
 */
public record RuleResult(List<Finding> findings, List<Finding> decided, List<String> phrases) {

    public RuleResult {
        findings = List.copyOf(findings);
        decided = List.copyOf(decided);
        phrases = List.copyOf(phrases);
    }

    /** Whether the rules alone would give this type. */
    public boolean decidesFor(String type) {
        return decided.stream().anyMatch(finding -> finding.type().equals(type));
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
