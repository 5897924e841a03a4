package dev.clausewatch.diff.change;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Detects headings that qualify the clauses below them ("You may not", "Except in Europe", "What we share"), unlike headings that only name
 * a subject ("Feedback"). When a qualifying heading changes, the same clauses mean something else.
 */
final class NormativeHeading {

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}'’]++");
    private static final Set<String> WORDS = Set.of(
            "we",
            "you",
            "they",
            "may",
            "can",
            "must",
            "shall",
            "will",
            "cannot",
            "can't",
            "can’t",
            "don't",
            "don’t",
            "won't",
            "won’t",
            "do",
            "not",
            "no",
            "never",
            "always",
            "only",
            "except",
            "exceptions",
            "exclusions",
            "excluded",
            "excluding",
            "including",
            "unless",
            "without",
            "if",
            "when",
            "where",
            "until",
            "optional",
            "mandatory",
            "required",
            "prohibited",
            "forbidden",
            "permitted",
            "allowed",
            "restricted",
            "limited",
            "acceptable",
            "unacceptable",
            "in",
            "for",
            "outside");

    private NormativeHeading() {}

    /** Whether a heading qualifies the clauses below it. */
    static boolean matches(String heading) {
        return NO_LETTERS.splitAsStream(heading.toLowerCase(Locale.ROOT)).anyMatch(WORDS::contains);
    }
}
