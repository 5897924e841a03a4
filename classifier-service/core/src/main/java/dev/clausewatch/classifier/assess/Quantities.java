package dev.clausewatch.classifier.assess;

import dev.clausewatch.events.TextFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the figures of a text that say how much from those of its dates and of the labels in front of its clauses. */
final class Quantities {

    private static final Pattern DAY = Pattern.compile("\\d{1,2}(st|nd|rd|th)?");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d(-(19|20)?\\d\\d)?");
    private static final Pattern COPYRIGHTS = Pattern.compile("(?i)\u00a9|copyright|\\(c\\)");
    /** Words between a copyright and its year. */
    private static final int COPYRIGHT = 3;

    private static final Pattern FULL_DATE =
            Pattern.compile("\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}|\\d{1,2}[-./]\\d{1,2}[-./]\\d{2,4}");
    private static final Pattern LABEL = Pattern.compile("\\(?(\\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.):]+"
            + "|\\(?\\d{1,3}(?:\\.\\d{1,3}){1,9}(\\([a-z]\\))?[.,;:)]*+|\\([a-z0-9]{1,3}\\)");
    private static final Pattern MARKS = Pattern.compile("[*_\\\\]");
    private static final Pattern BARE_NUMBER = Pattern.compile("\\d{1,3}");
    private static final Set<String> YEARS = Set.of("in", "since", "year");
    private static final Set<String> SECTIONS =
            Set.of("section", "sections", "clause", "clauses", "paragraph", "paragraphs", "version", "see");
    private static final Set<String> JOINTS = Set.of("and", "or", "to");
    private static final int REFERENCES = 5;
    private static final Set<String> ARTICLES = Set.of("a", "an", "per", "each", "every");
    private static final Set<String> QUALIFIERS = Set.of("business", "calendar", "working");
    private static final Set<String> PERIODS = Set.of("second", "minute", "hour", "day", "week", "month", "year");
    private static final Set<String> UNITS = Set.of(
            "percent",
            "percentage",
            "dollar",
            "dollars",
            "euro",
            "euros",
            "pound",
            "pounds",
            "cent",
            "cents",
            "usd",
            "eur",
            "gbp",
            "chf",
            "%",
            "second",
            "seconds",
            "minute",
            "minutes",
            "hour",
            "hours",
            "day",
            "days",
            "week",
            "weeks",
            "month",
            "months",
            "year",
            "years",
            "business",
            "calendar",
            "working",
            "kb",
            "mb",
            "gb",
            "tb",
            "user",
            "users",
            "seat",
            "seats",
            "credit",
            "credits",
            "token",
            "tokens",
            "request",
            "requests",
            "times",
            "\u20ac",
            "$",
            "\u00a3");

    private Quantities() {}

    /** A number, in digits or words, a currency or another sign that says how much, how long or whether, and the unit of a number. */
    static boolean isFigure(TokenizedText line, int at) {
        return (hasSign(key(line, at)) && !isPartOfDate(line, at) && !isLabel(line, at))
                || isAmountInWords(line, at)
                || isUnitOfAmount(line, at);
    }

    /** A number as a word before a unit: "thirty days", "one calendar month". Where its figure follows in brackets, that says it. */
    private static boolean isAmountInWords(TokenizedText line, int at) {
        OptionalInt value = NumberWords.value(key(line, at));
        return value.isPresent()
                && !key(line, at + 1).equals(Integer.toString(value.getAsInt()))
                && (UNITS.contains(key(line, at + 1)) || UNITS.contains(key(line, at + 2)));
    }

    /** The unit behind a number, or a period behind an article: "30 days", "a month". */
    private static boolean isUnitOfAmount(TokenizedText line, int at) {
        String unit = key(line, at);
        if (!UNITS.contains(unit) || QUALIFIERS.contains(unit)) {
            return false;
        }
        String before = QUALIFIERS.contains(key(line, at - 1)) ? key(line, at - 2) : key(line, at - 1);
        return startsWithDigit(before)
                || NumberWords.value(before).isPresent()
                || (PERIODS.contains(unit) && ARTICLES.contains(before));
    }

    private static boolean hasSign(String key) {
        return !Character.isLetter(key.codePointAt(0)) || key.codePoints().anyMatch(Quantities::isCurrency);
    }

    /** A month, or a day or a year beside one; a date in digits; the year of a copyright. */
    static boolean isPartOfDate(TokenizedText line, int at) {
        String key = key(line, at);
        if (FULL_DATE.matcher(key).matches()) {
            return true;
        }
        if (isMonth(line, at)) {
            return true;
        }
        if (UNITS.contains(key(line, at + 1))) {
            return false;
        }
        if (YEAR.matcher(key).matches()) {
            return isMonth(line, at - 1)
                    || isMonth(line, at - 2)
                    || YEARS.contains(key(line, at - 1))
                    || isCopyright(line, at);
        }
        return DAY.matcher(key).matches()
                && (isMonth(line, at - 1)
                        || isMonth(line, at + 1)
                        || (key(line, at + 1).equals("of") && isMonth(line, at + 2)));
    }

    /** Whether a copyright is stated a few words before. */
    private static boolean isCopyright(TokenizedText line, int at) {
        int from = Math.max(0, at - COPYRIGHT);
        int start = from == 0 ? 0 : line.tokens().get(from - 1).end();
        String before =
                TextFormat.slice(line.plain(), start, line.tokens().get(at).start());
        return COPYRIGHTS.matcher(before).find();
    }

    /** "May" is a month only beside a number. */
    private static boolean isMonth(TokenizedText line, int at) {
        String printed = printed(line, at);
        String key = WordKey.of(printed.substring(printed.lastIndexOf(':', printed.length() - 2) + 1));
        return CosmeticWords.MONTHS.contains(key)
                && (!key.equals("may") || startsWithDigit(key(line, at - 1)) || startsWithDigit(key(line, at + 1)));
    }

    /** What is printed in front of a clause, with words behind it; or a dotted number that refers to one. */
    static boolean isLabel(TokenizedText line, int at) {
        String next = key(line, at + 1);
        if (UNITS.contains(next)) {
            return false;
        }
        boolean label = LABEL.matcher(printed(line, at)).matches();
        if (label && isReferredTo(line, at)) {
            return true;
        }
        if (next.isEmpty() || !isInFront(line, at)) {
            return false;
        }
        return label || (BARE_NUMBER.matcher(printed(line, at)).matches() && startsWithCapital(printed(line, at + 1)));
    }

    private static boolean isReferredTo(TokenizedText line, int at) {
        int first = at;
        for (int steps = 0; steps < REFERENCES && JOINTS.contains(key(line, first - 1)); steps++) {
            first -= 2;
        }
        return LABEL.matcher(printed(line, first)).matches() && SECTIONS.contains(key(line, first - 1));
    }

    /** Whether a word is the first of its line, or only labels stand before it. */
    private static boolean isInFront(TokenizedText line, int at) {
        List<TokenizedText.Token> tokens = line.tokens();
        for (int i = at; i > 0 && at - i < 3; i--) {
            if (line.startsLine(i)) {
                return true;
            }
            if (!LABEL.matcher(tokens.get(i - 1).printed()).matches()) {
                return false;
            }
        }
        return at < 3;
    }

    private static String key(TokenizedText line, int at) {
        return at < 0 || at >= line.size() ? "" : line.tokens().get(at).key();
    }

    private static String printed(TokenizedText line, int at) {
        return at < 0 || at >= line.size()
                ? ""
                : MARKS.matcher(line.tokens().get(at).printed()).replaceAll("");
    }

    private static boolean startsWithCapital(String printed) {
        return !printed.isEmpty() && Character.isUpperCase(printed.codePointAt(0));
    }

    private static boolean startsWithDigit(String key) {
        return !key.isEmpty() && Character.isDigit(key.codePointAt(0));
    }

    private static boolean isCurrency(int point) {
        return Character.getType(point) == Character.CURRENCY_SYMBOL;
    }
}
