package dev.clausewatch.diff.segment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The number or letter that a clause or heading prints at its start. */
public final class PrintedNumber {

    // Archives keep emphasis and escapes: "**1.1.** You agree", "1\\. Scope", "2.1 **Fees.** You pay".
    private static final String MARKS = "[*_]{0,3}";
    private static final String END = "(?=" + MARKS + "(?:\\s|$))";
    private static final String OPENING = MARKS + "[\\p{Lu}“\"(";
    // Nine levels at most: a pattern without an end to its repetitions recurses once per level.
    private static final String LABELS = "(?:\\((?:[a-z]|[ivxlc]{2,6}|\\d{1,3})\\))";
    // "Section 3" opens a clause before a title or a stop; in "Section 3 applies to you" it is a reference.
    private static final String NAMED =
            "(?:Section|Article|Clause|Paragraph|Annex|Schedule|Part|Artikel|Abschnitt)\\s\\d{1,3}[A-Za-z]?(?:\\.\\d{1,3}){0,9}"
                    + LABELS + "{0,9}(?=\\s*[.:–—-]|" + MARKS + "\\s+" + OPENING + "]|" + MARKS + "\\s*$)";
    private static final String PARAGRAPH_SIGN = "§{1,2}\\s?\\d{1,4}[a-z]?(?:\\.\\d{1,3}){0,9}" + LABELS + "{0,9}";
    // A clause opens with a capital; "1.5 million users" does not.
    private static final String DOTTED = "\\d{1,3}(?:\\.\\d{1,3}){1,9}\\.?" + LABELS + "{0,9}(?=" + MARKS + "\\s+"
            + OPENING + "\\[‘']|" + MARKS + "\\s*$)";
    private static final String COMPOUND = "\\d{1,3}" + LABELS + "{1,9}";
    private static final String SINGLE = "\\d{1,3}\\\\?[.)]" + END;
    private static final String LETTERED =
            // "(c) 2026" is a copyright line.
            "(?!\\([cC]\\)\\s(?:19|20)\\d\\d)\\((?:[A-Za-z]|(?<twice>[a-z])\\k<twice>|[ivxlc]{2,6}|[IVXLC]{2,6}|\\d{1,3})\\)"
                    + END;
    private static final String LETTER = "(?:[A-Za-z]|[ivxlc]{2,6}|[IVXLC]{2,6})[.)]" + END;

    private static final Pattern NUMBER = Pattern.compile("^" + MARKS + "("
            + String.join("|", LETTERED, NAMED, PARAGRAPH_SIGN, DOTTED, COMPOUND, SINGLE, LETTER) + ")");
    private static final Pattern SEPARATOR = Pattern.compile("^" + MARKS + "[\\s.:–—-]*");

    private static final Pattern CLOSING = Pattern.compile("(?<![.:\\s])[.:\\s]++$|(?<=^[^(]{1,9})\\)$");
    private static final Pattern STOPS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private PrintedNumber() {}

    /** The number at the start of a text as a reader sees it; null when there is none. */
    public static @Nullable String of(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.lookingAt() ? matcher.group(1).replace("\\", "") : null;
    }

    /** The text behind its number; the text itself when it has none. */
    public static String without(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.lookingAt()
                ? SEPARATOR.matcher(text.substring(matcher.end())).replaceFirst("")
                : text;
    }

    /** Whether two numbers differ in more than their stops, brackets and spaces. */
    public static boolean differ(@Nullable String before, @Nullable String after) {
        return !characters(before).equals(characters(after));
    }

    /** A number without its closing stop, as cross references print it. */
    public static String bare(@Nullable String number) {
        return number == null ? "" : CLOSING.matcher(number).replaceAll("");
    }

    private static String characters(@Nullable String number) {
        return number == null ? "" : STOPS.matcher(number).replaceAll(" ").strip();
    }
}
