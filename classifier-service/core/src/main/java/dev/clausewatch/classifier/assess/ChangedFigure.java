package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.learn.Hunk;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one figure that an edit changes, in digits or as a number word.
 *
 * @param before as a number
 * @param after the same
 * @param was as printed before, with the word behind
 * @param is as printed now, with the word behind
 * @param isPeriod whether it counts days or the like
 * @param at its place among the words of now
 */
record ChangedFigure(BigDecimal before, BigDecimal after, String was, String is, boolean isPeriod, int at) {

    private static final Pattern FIGURE = Pattern.compile(
            "[^\\p{L}\\p{N}]{0,3}((?:\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,12})(?:\\.\\d{1,4})?)[^\\p{L}\\p{N}]{0,3}");

    private static final Set<String> RATES = Set.of("a", "an", "per", "of");

    /** The figure, where each side of an edit has exactly one among the words that changed, of the same unit, and it says how much. */
    static Optional<ChangedFigure> of(Edit edit) {
        List<Place> gone = places(edit, true);
        List<Place> come = places(edit, false);
        if (gone.size() != 1 || come.size() != 1 || !Quantities.differ(edit)) {
            return Optional.empty();
        }
        Place before = gone.getFirst();
        Place after = come.getFirst();
        String unit = unit(edit.after(), after);
        return before.number().compareTo(after.number()) == 0
                        || !unit(edit.before(), before).equals(unit)
                ? Optional.empty()
                : Optional.of(new ChangedFigure(
                        before.number(),
                        after.number(),
                        quote(edit.before(), before),
                        quote(edit.after(), after),
                        Quantities.isPeriod(unit),
                        after.at()));
    }

    private record Place(int at, BigDecimal number) {}

    private static List<Place> places(Edit edit, boolean isBefore) {
        TokenizedText text = isBefore ? edit.before() : edit.after();
        List<Place> places = new ArrayList<>();
        for (Hunk hunk : edit.hunks()) {
            int to = isBefore ? hunk.beforeTo() : hunk.afterTo();
            for (int at = isBefore ? hunk.beforeFrom() : hunk.afterFrom(); at < to; at++) {
                int place = at;
                number(text.tokens().get(at)).ifPresent(number -> places.add(new Place(place, number)));
            }
        }
        return places;
    }

    /** The word behind a figure. */
    private static String unit(TokenizedText text, Place figure) {
        return figure.at() + 1 < text.size()
                ? text.tokens().get(figure.at() + 1).key()
                : "";
    }

    /** A figure with the sum in front of "million", or the unit behind it: "$9.99 a month". */
    private static String quote(TokenizedText text, Place figure) {
        int at = figure.at();
        if (at > 0 && Quantities.isUnit(text.tokens().get(at).key())) {
            return text.quote(at - 1, at + 1);
        }
        boolean rate =
                at + 2 < text.size() && RATES.contains(text.tokens().get(at + 1).key());
        return text.quote(at, at + (text.endsSentence(at) ? 1 : rate ? 3 : 2));
    }

    /** Both as printed. */
    String words() {
        return was + " \u2192 " + is;
    }

    boolean grows() {
        return after.compareTo(before) > 0;
    }

    private static Optional<BigDecimal> number(TokenizedText.Token token) {
        Matcher matcher = FIGURE.matcher(token.printed());
        return matcher.matches()
                ? Optional.of(new BigDecimal(matcher.group(1).replace(",", "")))
                : NumberWords.value(token.key()).map(BigDecimal::valueOf);
    }
}
