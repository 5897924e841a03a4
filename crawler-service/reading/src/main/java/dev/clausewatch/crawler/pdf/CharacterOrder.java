package dev.clausewatch.crawler.pdf;

import dev.clausewatch.events.TextFormat;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Puts the characters of a line in order. */
final class CharacterOrder {

    /** Ligatures are one glyph and several letters. */
    private static final Pattern LIGATURES = Pattern.compile("[\\uFB00-\\uFB06]");

    /** They mark where a line may break, or in which direction it runs. */
    private static final Pattern MARKS =
            Pattern.compile("[\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\u061C\\uFEFF]++");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}\\p{Cc}]+");

    private CharacterOrder() {}

    /** Whether there is nothing to see of it. */
    static boolean isMark(String text) {
        return MARKS.matcher(text).matches();
    }

    static String tidy(CharSequence text) {
        String letters =
                LIGATURES.matcher(text).replaceAll(match -> Normalizer.normalize(match.group(), Normalizer.Form.NFKC));
        String visible = MARKS.matcher(letters).replaceAll("");
        String composed = Normalizer.normalize(TextFormat.withFewMarks(visible), Normalizer.Form.NFC);
        return SPACES.matcher(composed).replaceAll(" ").strip();
    }
}
