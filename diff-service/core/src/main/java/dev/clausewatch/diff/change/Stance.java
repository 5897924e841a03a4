package dev.clausewatch.diff.change;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells a heading that says something of the clauses below it ("You may not", "Except in Europe", "What we share") from one that only
 * names their subject ("Feedback"): below another of the first kind the same words mean something else.
 */
final class Stance {

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

    private Stance() {}

    /** Whether a heading takes one. */
    static boolean isTaken(String heading) {
        return NO_LETTERS.splitAsStream(heading.toLowerCase(Locale.ROOT)).anyMatch(WORDS::contains);
    }
}
