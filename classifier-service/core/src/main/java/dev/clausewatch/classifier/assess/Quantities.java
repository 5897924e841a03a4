package dev.clausewatch.classifier.assess;

import dev.clausewatch.events.TextFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
    private static final Set<String> PERIODS = Set.of("minute", "hour", "day", "week", "month", "year");

    /** As in "a six-month period". */
    private static final Set<String> COMPOUNDS = NumberWords.all().stream()
            .flatMap(number -> PERIODS.stream().map(period -> number + period))
            .collect(Collectors.toUnmodifiableSet());

    /** Words of a number: "two hundred and twenty". */
    private static final int LONGEST_NUMBER = 6;

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

    /**
     * Whether an edit says another number, amount or period than before. The same number in words and in digits is the same, so long as one
     * stands for the other.
     */
    static boolean differ(Edit edit) {
        if (!edit.any(Quantities::isFigure)) {
            return false;
        }
        return edit.hunks().stream().anyMatch(hunk -> {
            List<String> gone = amounts(edit.before(), hunk.beforeFrom(), hunk.beforeTo());
            List<String> come = amounts(edit.after(), hunk.afterFrom(), hunk.afterTo());
            return !gone.equals(come);
        });
    }

    private static List<String> amounts(TokenizedText line, int from, int to) {
        return IntStream.range(from, to)
                .filter(at -> isFigure(line, at))
                .mapToObj(at ->
                        NumberWords.value(key(line, at)).map(String::valueOf).orElse(key(line, at)))
                .toList();
    }

    /**
     * A number as a word before a unit: "thirty days", "one calendar month", "five hundred US dollars", "a six-month period". Where its figure
     * follows in brackets, that says it.
     */
    private static boolean isAmountInWords(TokenizedText line, int at) {
        String key = key(line, at);
        if (COMPOUNDS.contains(key)) {
            return true;
        }
        Optional<Integer> value = NumberWords.value(key);
        if (value.isEmpty() || key(line, at + 1).equals(value.get().toString())) {
            return false;
        }
        int next = at + 1;
        while (next - at < LONGEST_NUMBER
                && (isNumberWord(line, next) || key(line, next).equals("and"))) {
            next++;
        }
        return isUnit(line, next) || isUnit(line, next + 1);
    }

    /** The unit behind a number, what qualifies it, or a period behind an article: "30 days", "30 business days", "a month". */
    private static boolean isUnitOfAmount(TokenizedText line, int at) {
        String unit = key(line, at);
        if (QUALIFIERS.contains(unit)) {
            return isUnit(line, at + 1) && isNumber(line, at - 1);
        }
        int before = QUALIFIERS.contains(key(line, at - 1)) ? at - 2 : at - 1;
        return UNITS.contains(unit)
                && (isNumber(line, before) || (PERIODS.contains(unit) && ARTICLES.contains(key(line, before))));
    }

    private static boolean isUnit(TokenizedText line, int at) {
        return UNITS.contains(key(line, at)) && (!QUALIFIERS.contains(key(line, at)) || isUnit(line, at + 1));
    }

    private static boolean isNumber(TokenizedText line, int at) {
        return startsWithDigit(key(line, at)) || isNumberWord(line, at);
    }

    /** Whether a word qualifies the period behind it: "30 business days". */
    static boolean isQualifier(String key) {
        return QUALIFIERS.contains(key);
    }

    /** Whether a word is one in which sums, periods and the like are counted. */
    static boolean isUnit(String key) {
        return UNITS.contains(key);
    }

    private static boolean isNumberWord(TokenizedText line, int at) {
        return NumberWords.value(key(line, at)).isPresent();
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
