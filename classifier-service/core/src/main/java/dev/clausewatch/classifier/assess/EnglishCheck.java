package dev.clausewatch.classifier.assess;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a provision is in English, the one language that the rules read. What the document is declared to be counts first; where
 * nothing is declared, the share of the commonest English words decides, and where that is small, whether the text looks like another
 * language: a list of things has few of those words. A text that is too short to tell counts as English, and so does a line of names,
 * months and titles: they rarely mean anything to the rules.
 */
final class EnglishCheck {

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final int TOO_SHORT = 8;
    /** A line with hardly a word in small letters is one of names, up to this length, unless all of it is in capitals. */
    private static final int NAMES = 20;

    private static final int SMALL_LETTERS = 4;
    private static final double CAPITALS = 0.8;
    private static final double SHARE = 0.15;
    private static final int LAST_ASCII = 127;
    private static final double LATIN_SHARE = 0.7;
    /** From this share of the commonest words of other languages on a text is in one of them. */
    private static final double FOREIGN_SHARE = 0.08;

    /** From this share of letters with accents and the like on. */
    private static final double ACCENTED_SHARE = 0.03;

    /** Of languages in Latin script that terms are often written in; none is a usual English word. */
    private static final Set<String> FOREIGN = Set.of(
            "der", "die", "das", "und", "ist", "nicht", "mit", "von", "wir", "sie", "oder", "den", "dem", "ein", "eine",
            "zu", "auf", "werden", "le", "la", "les", "des", "du", "et", "est", "une", "pour", "vous", "nous", "votre",
            "que", "de", "dans", "el", "los", "las", "una", "por", "para", "su", "del", "il", "che", "di", "gli",
            "della", "sono", "non", "het", "een", "van", "niet", "wij", "uw", "en", "os", "da", "em", "um", "uma",
            "nie", "jest", "oraz", "na", "och", "att", "det", "som", "og", "til", "ikke", "ve", "bir", "bu", "dan",
            "yang", "untuk", "dengan", "dari", "ja", "ei", "se", "je", "ang", "mga", "sa");

    private static final Set<String> COMMON = Set.of(
            "the", "of", "and", "to", "a", "in", "or", "you", "your", "we", "our", "is", "are", "be", "for", "that",
            "this", "with", "not", "by", "on", "as", "may", "any", "will", "it", "if", "from", "other", "such", "use",
            "an", "at", "have", "these", "can", "do", "which", "must", "shall", "their", "us");

    private EnglishCheck() {}

    static boolean passes(@Nullable String languageTag, String text) {
        if (languageTag != null && !languageTag.isBlank()) {
            return Locale.forLanguageTag(languageTag).getLanguage().equals("en");
        }
        return looksEnglish(TokenizedText.of(text).plain());
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
        int small = 0;
        int capitals = 0;
        int common = 0;
        int foreign = 0;
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = matcher.group().toLowerCase(Locale.ROOT);
            words++;
            small += word.equals(matcher.group()) ? 1 : 0;
            capitals += matcher.group().toUpperCase(Locale.ROOT).equals(matcher.group()) ? 1 : 0;
            common += COMMON.contains(word) ? 1 : 0;
            foreign += FOREIGN.contains(word) ? 1 : 0;
        }
        boolean names = words < NAMES && small < SMALL_LETTERS && capitals < words * CAPITALS;
        boolean other = foreign >= words * FOREIGN_SHARE || accented(text) >= letters * ACCENTED_SHARE;
        return words < TOO_SHORT || names || common >= words * SHARE || !other;
    }

    private static long accented(String text) {
        return text.codePoints()
                .filter(point -> Character.isLetter(point) && point > LAST_ASCII)
                .count();
    }
}
