package dev.clausewatch.crawler.pdf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a sentence from a title or a name. */
final class Prose {

    private static final int FEWEST_WORDS = 4;

    /** Words of titles that are written small, as "of" and "the", are shorter. */
    private static final int LONG = 4;

    /** Letters of scripts without capitals, and often without spaces, count by themselves. */
    private static final Pattern WORD = Pattern.compile("\\p{Lo}|[\\p{L}&&[^\\p{Lo}]][\\p{L}\\p{M}'’]*+");

    private static final Pattern ENDED = Pattern.compile("[.!?…。！？]['\"”’)\\]]*+\\z");

    /** What no title says. */
    private static final Pattern BINDS = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:you|your|we|our|us|no|not|never|must|may|shall|will|cannot|is|are|agree|waive|without|nicht|kein|keine|sie)(?!\\p{L})");

    private Prose() {}

    /** In doubt it is one. */
    static boolean isSentence(String words) {
        if (BINDS.matcher(words).find()) {
            return true;
        }
        int count = 0;
        boolean small = false;
        Matcher matcher = WORD.matcher(words);
        while (matcher.find()) {
            int first = matcher.group().codePointAt(0);
            count++;
            small |= Character.isLowerCase(first)
                    ? matcher.end() - matcher.start() >= LONG
                    : !Character.isUpperCase(first) && !Character.isTitleCase(first);
        }
        return count >= FEWEST_WORDS
                ? small || ENDED.matcher(words).find()
                : count == FEWEST_WORDS - 1 && ENDED.matcher(words).find();
    }
}
