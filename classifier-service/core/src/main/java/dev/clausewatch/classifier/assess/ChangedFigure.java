package dev.clausewatch.classifier.assess;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The one figure that an edit changes, in digits or as a number word.
 *
 * @param before as a number; what stands behind a decimal point is left out
 * @param after the same
 * @param words both as printed, with the word behind
 */
record ChangedFigure(long before, long after, String words) {

    private static final Pattern FIGURE = Pattern.compile(
            "[^\\p{L}\\p{N}]{0,3}(\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,12})(?:\\.\\d{1,4})?[^\\p{L}\\p{N}]{0,3}");

    /** The figure, where each side of an edit has exactly one among the words that changed. */
    static Optional<ChangedFigure> of(Edit edit) {
        Optional<Edit.Hunk> hunk = edit.hunks().stream()
                .filter(one -> !one.isInsertion() && !one.isDeletion())
                .findFirst();
        OptionalLong before = only(edit.deleted());
        OptionalLong after = only(edit.inserted());
        if (hunk.isEmpty() || before.isEmpty() || after.isEmpty() || before.getAsLong() == after.getAsLong()) {
            return Optional.empty();
        }
        Edit.Hunk one = hunk.get();
        return Optional.of(new ChangedFigure(
                before.getAsLong(),
                after.getAsLong(),
                edit.before().quote(one.beforeFrom(), one.beforeTo() + 1) + " \u2192 "
                        + edit.after().quote(one.afterFrom(), one.afterTo() + 1)));
    }

    boolean grows() {
        return after > before;
    }

    private static OptionalLong only(List<TokenizedText.Token> tokens) {
        List<Long> figures =
                tokens.stream().flatMap(token -> number(token).stream()).toList();
        return figures.size() == 1 ? OptionalLong.of(figures.getFirst()) : OptionalLong.empty();
    }

    private static Optional<Long> number(TokenizedText.Token token) {
        var matcher = FIGURE.matcher(token.printed());
        return matcher.matches()
                ? Optional.of(Long.valueOf(matcher.group(1).replace(",", "")))
                : NumberWords.value(token.key()).map(Integer::longValue);
    }
}
