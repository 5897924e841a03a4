package dev.clausewatch.classifier.assess;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a provision is in English, the one language that the rules read. What the document is declared to be counts first; where
 * nothing is declared, the share of the commonest English words decides. Short texts count as English: they rarely mean anything
 * to the rules.
 */
final class EnglishCheck {

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final int TOO_SHORT = 8;
    private static final double SHARE = 0.15;
    private static final double LATIN_SHARE = 0.7;
    private static final Set<String> COMMON = Set.of(
            "the", "of", "and", "to", "a", "in", "or", "you", "your", "we", "our", "is", "are", "be", "for", "that",
            "this", "with", "not", "by", "on", "as", "may", "any", "will", "it", "if", "from", "other", "such", "use",
            "an", "at", "have", "these", "can", "do", "which", "must", "shall", "their", "us");

    private EnglishCheck() {}

    static boolean passes(@Nullable String languageTag, String text) {
        if (languageTag != null && !languageTag.isBlank()) {
            return Locale.forLanguageTag(languageTag).getLanguage().equals("en");
        }
        return looksEnglish(text);
    }

    private static boolean looksEnglish(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long latin = text.codePoints()
                .filter(point ->
                        Character.isLetter(point) && Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN)
                .count();
        if (letters > 0 && latin < letters * LATIN_SHARE) {
            return false;
        }
        int words = 0;
        int common = 0;
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words++;
            common += COMMON.contains(matcher.group()) ? 1 : 0;
        }
        return words < TOO_SHORT || common >= words * SHARE;
    }
}
