package dev.clausewatch.classifier.assess;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises words without legal content: dates, labels, addresses, headings, tables of contents. */
final class CosmeticWords {

    private static final Pattern NUMBER = Pattern.compile("^\\p{Nd}|\\p{Nd}$");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
    private static final Pattern BARE_LABEL = Pattern.compile("\\(?(\\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.):]+");
    private static final Pattern DOTTED_LABEL =
            Pattern.compile("\\(?\\d{1,3}(?:\\.\\d{1,3}){1,9}(\\([a-z]\\))?[.,;:)]*+|\\([a-z0-9]{1,3}\\)");
    private static final Pattern ADDRESS = Pattern.compile("https?:|www\\.|@|\\.(com|org|net|ai|io|eu|html?)\\b");
    static final Set<String> MONTHS = Set.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "jan",
            "feb",
            "mar",
            "apr",
            "jun",
            "jul",
            "aug",
            "sep",
            "sept",
            "oct",
            "nov",
            "dec");
    private static final Set<String> REFERENCES =
            Set.of("section", "sections", "clause", "article", "and", "paragraph");
    private static final int HEADING_LINE = 12;
    private static final double CAPITALS = 0.6;
    private static final double LABELS = 0.25;
    private static final int CONTENTS = 20;

    private CosmeticWords() {}

    /** Whether a word cannot affect anybody's rights: part of a date, label, reference or address. */
    static boolean isCosmetic(TokenizedText line, int at) {
        TokenizedText.Token token = line.tokens().get(at);
        return isDateOrLabel(line, at) || ADDRESS.matcher(token.printed()).find() || REFERENCES.contains(token.key());
    }

    /** Part of a date, or a label in front of a clause. */
    static boolean isDateOrLabel(TokenizedText line, int at) {
        return Quantities.isPartOfDate(line, at) || Quantities.isLabel(line, at);
    }

    /** Whether all of these words are parts of a date, with a month or a year among them. */
    static boolean isDate(List<TokenizedText.Token> tokens) {
        return tokens.stream().allMatch(CosmeticWords::isDatePart)
                && tokens.stream()
                        .anyMatch(token ->
                                isMonth(token) || YEAR.matcher(token.key()).matches());
    }

    static boolean isDatePart(TokenizedText.Token token) {
        return isMonth(token) || NUMBER.matcher(token.key()).find();
    }

    /** A short line in capitals without an end, or a question. */
    static boolean isHeading(TokenizedText line) {
        if (line.size() == 0 || line.size() > HEADING_LINE) {
            return false;
        }
        String last = line.tokens().get(line.size() - 1).printed();
        if (last.endsWith("?")) {
            return true;
        }
        List<TokenizedText.Token> words =
                line.tokens().stream().filter(token -> token.key().length() > 3).toList();
        long capitals = words.stream()
                .filter(token -> Character.isUpperCase(token.printed().codePointAt(firstLetter(token.printed()))))
                .count();
        return words.size() > 1
                && ".;,:".indexOf(last.charAt(last.length() - 1)) < 0
                && capitals >= words.size() * CAPITALS;
    }

    /** Many labels in one line: a table of contents. */
    static boolean isContents(TokenizedText line) {
        long labels = line.tokens().stream()
                .filter(token -> BARE_LABEL.matcher(token.printed()).matches()
                        || DOTTED_LABEL.matcher(token.printed()).matches())
                .count();
        return line.size() >= CONTENTS && labels >= line.size() * LABELS;
    }

    /** A line that begins with a date tells what was changed then. */
    static boolean isChangeLog(TokenizedText line) {
        return line.size() > 3
                && isMonth(line.tokens().get(0))
                && isDate(line.tokens().subList(0, 3));
    }

    private static int firstLetter(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isLetterOrDigit(word.charAt(i))) {
                return i;
            }
        }
        return 0;
    }

    private static boolean isMonth(TokenizedText.Token token) {
        // "may" is a month only when it is written as one.
        return MONTHS.contains(token.key()) && !token.printed().equals("may");
    }
}
