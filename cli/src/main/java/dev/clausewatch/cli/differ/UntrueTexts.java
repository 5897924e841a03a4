package dev.clausewatch.cli.differ;

import dev.clausewatch.diff.segment.TextNormalization;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.TextFormat;
import dev.clausewatch.events.TouchedProvision;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Texts that a change calls added but that stood in the version before, or removed but that stand in the one after. */
final class UntrueTexts {

    /** Shorter texts, such as names and "not applicable", stand anywhere. In code points. */
    private static final int LONGEST_SHORT = 40;

    private UntrueTexts() {}

    /** The touched provisions that are wrongly called added or removed. */
    static List<TouchedProvision> of(List<TouchedProvision> touched, String before, String after) {
        String old = letters(before);
        String now = letters(after);
        return touched.stream()
                .filter(one -> (one.what().contains(ProvisionChange.ADDED) && stands(one.after(), old))
                        || (one.what().contains(ProvisionChange.REMOVED) && stands(one.before(), now)))
                .toList();
    }

    private static boolean stands(@Nullable ProvisionText provision, String letters) {
        if (provision == null
                || TextFormat.length(TextNormalization.withoutMarkup(provision.text())) <= LONGEST_SHORT) {
            return false;
        }
        String said = letters(provision.text());
        return !said.isEmpty() && letters.contains(said);
    }

    /** What is left without markup, case, punctuation and space: letters, figures and the signs that belong to figures. */
    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.lines()
                .map(TextNormalization::withoutMarkup)
                .flatMapToInt(line -> line.toLowerCase(Locale.ROOT).codePoints())
                .filter(UntrueTexts::isPrinted)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static boolean isPrinted(int point) {
        return Character.isLetterOrDigit(point)
                || Character.getType(point) == Character.CURRENCY_SYMBOL
                || point == '%';
    }
}
