package dev.clausewatch.crawler.pdf;

import dev.clausewatch.events.TextFormat;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Puts the characters of a line in order. */
final class Characters {

    /** Ligatures are one glyph and several letters. */
    private static final Pattern LIGATURES = Pattern.compile("[\\uFB00-\\uFB06]");

    /** They mark where a line may break. */
    private static final Pattern ZERO_WIDTH = Pattern.compile("[\\u200B\\u2060\\uFEFF]");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}\\p{Cc}]+");

    private Characters() {}

    static String tidy(CharSequence text) {
        String letters =
                LIGATURES.matcher(text).replaceAll(match -> Normalizer.normalize(match.group(), Normalizer.Form.NFKC));
        String visible = ZERO_WIDTH.matcher(letters).replaceAll("");
        String composed = Normalizer.normalize(TextFormat.withFewMarks(visible), Normalizer.Form.NFC);
        return SPACES.matcher(composed).replaceAll(" ").strip();
    }
}
