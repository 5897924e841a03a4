package dev.clausewatch.classifier.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of rules as it is written: see {@code rules/README.md}.
 *
 * @param type the type that its rules find
 * @param version a number for people
 * @param specificity 1 to 3; of more than three types the most specific ones stay
 * @param yieldsTo types beside which this one is not given unless it is the surer one
 * @param not phrases that rule the type out, wherever they stand
 * @param rules what to look for
 * @param vetoes rules of near misses: where one holds, and no certain rule does, the type is not given whatever the models say
 * @param examples texts that the type must and must not be found in; checked by a test
 */
record RuleFile(
        String type,
        int version,
        int specificity,
        @Nullable List<String> yieldsTo,
        @Nullable List<String> not,
        List<Spec> rules,
        @Nullable List<Spec> vetoes,
        Examples examples) {

    /** How far apart the groups of a rule may stand. */
    enum Scope {
        SENTENCE,
        PROVISION
    }

    /**
     * One rule.
     *
     * @param id unique in its file
     * @param weight how sure a hit makes, 0 to 1; several rules add up as independent witnesses, and a type needs 0.5
     * @param any phrases of which one must be there
     * @param all groups of phrases of which one each must be there; a group may name one of the vocabulary with {@code @}
     * @param within how far apart the groups may stand; a sentence when left out
     * @param near how many words the hits may span at most
     * @param not phrases that must not stand in the same scope
     * @param heading phrases of which one must stand in the headings
     * @param notHeading phrases that must not
     * @param documents parts of terms types of which the document must have one
     * @param certain whether a hit decides: the type is given whatever the models say, at least as sure as the weight
     */
    record Spec(
            String id,
            double weight,
            @Nullable List<String> any,
            @Nullable List<List<String>> all,
            @Nullable Scope within,
            @Nullable Integer near,
            @Nullable List<String> not,
            @Nullable List<String> heading,
            @Nullable List<String> notHeading,
            @Nullable List<String> documents,
            @Nullable Boolean certain) {}

    /**
     * Examples, invented for the test.
     *
     * @param match texts in which the type is found
     * @param reject texts in which it is not
     */
    record Examples(List<String> match, List<String> reject) {}

    /** The words that the rules of all files share. */
    record Vocabulary(java.util.Map<String, String> words, java.util.Map<String, List<String>> phrases) {}
}
