package dev.clausewatch.diff.change;

import dev.clausewatch.diff.align.TrackedProvision;
import dev.clausewatch.events.Signal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a text went from American to British spelling or back: it may then be another region's page, such as the one that a site
 * shows to visitors from another country. Counts words that the two spell differently (Oxford English Dictionary, "US spelling").
 */
final class RegionalSpelling {

    private static final Pattern AMERICAN = Pattern.compile(
            "(?<![\\p{L}\\p{N}_])(?:(?:organ|recogn|personal|custom|author|util|categor|priorit|local|minim|summar|optim)iz|analyz|(?:fav|col|behavi|hon)or(?!u)|center)");

    private static final Pattern BRITISH = Pattern.compile(
            "(?<![\\p{L}\\p{N}_])(?:(?:organ|recogn|personal|custom|author|util|categor|priorit|local|minim|summar|optim)is(?!m)|analys(?:e|ing)|(?:fav|col|behavi|hon)our|centre|licence)");

    /** Fewer words say nothing about the page. */
    private static final int FEWEST = 6;

    private static final double TURNED = 0.8;

    private RegionalSpelling() {}

    /** A signal when the differing provisions switch between American and British spelling. */
    static Optional<Signal> turn(List<Difference> differences) {
        int[] before = new int[2];
        int[] after = new int[2];
        for (Difference difference : differences) {
            count(difference.before(), before);
            count(difference.after(), after);
        }
        if (before[0] + before[1] < FEWEST || after[0] + after[1] < FEWEST) {
            return Optional.empty();
        }
        double turn = british(after) - british(before);
        return Math.abs(turn) < TURNED
                ? Optional.empty()
                : Optional.of(new Signal(
                        "another-region",
                        "The text is spelled as in %s now and was as in %s: this may be another region's page."
                                .formatted(turn > 0 ? "Britain" : "America", turn > 0 ? "America" : "Britain")));
    }

    private static double british(int[] counts) {
        return (double) counts[1] / (counts[0] + counts[1]);
    }

    private static void count(@Nullable TrackedProvision provision, int[] counts) {
        if (provision != null) {
            String text = provision.provision().text().toLowerCase(Locale.ROOT);
            Matcher american = AMERICAN.matcher(text).useTransparentBounds(true);
            Matcher british = BRITISH.matcher(text).useTransparentBounds(true);
            for (int at = 0; at < text.length(); at++) {
                if (mayBegin(text, at)) {
                    counts[0] += american.region(at, text.length()).lookingAt() ? 1 : 0;
                    counts[1] += british.region(at, text.length()).lookingAt() ? 1 : 0;
                }
            }
        }
    }

    /** Whether one of the words may begin here: trying the patterns at each letter takes long. */
    private static boolean mayBegin(String text, int at) {
        return "abcfhlmoprsu".indexOf(text.charAt(at)) >= 0
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }
}
