package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.learn.Hunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one figure that an edit changes, in digits or as a number word.
 *
 * @param before as a number; what stands behind a decimal point is left out
 * @param after the same
 * @param was as printed before, with the word behind
 * @param is as printed now, with the word behind
 * @param at its place among the words of now
 */
record ChangedFigure(long before, long after, String was, String is, int at) {

    private static final Pattern FIGURE = Pattern.compile(
            "[^\\p{L}\\p{N}]{0,3}(\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,12})(?:\\.\\d{1,4})?[^\\p{L}\\p{N}]{0,3}");

    /** The figure, where each side of an edit has exactly one among the words that changed, of the same unit, and it says how much. */
    static Optional<ChangedFigure> of(Edit edit) {
        List<Place> gone = places(edit, true);
        List<Place> come = places(edit, false);
        if (gone.size() != 1 || come.size() != 1 || !Quantities.differ(edit)) {
            return Optional.empty();
        }
        Place before = gone.getFirst();
        Place after = come.getFirst();
        return before.number() == after.number() || !unit(edit.before(), before).equals(unit(edit.after(), after))
                ? Optional.empty()
                : Optional.of(new ChangedFigure(
                        before.number(),
                        after.number(),
                        quote(edit.before(), before),
                        quote(edit.after(), after),
                        after.at()));
    }

    private record Place(int at, long number) {}

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

    private static String quote(TokenizedText text, Place figure) {
        return text.quote(figure.at(), figure.at() + (text.endsSentence(figure.at()) ? 1 : 2));
    }

    /** Both as printed. */
    String words() {
        return was + " \u2192 " + is;
    }

    boolean grows() {
        return after > before;
    }

    private static Optional<Long> number(TokenizedText.Token token) {
        Matcher matcher = FIGURE.matcher(token.printed());
        return matcher.matches()
                ? Optional.of(Long.valueOf(matcher.group(1).replace(",", "")))
                : NumberWords.value(token.key()).map(Integer::longValue);
    }
}
