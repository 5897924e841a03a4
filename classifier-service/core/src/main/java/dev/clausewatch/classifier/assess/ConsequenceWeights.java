package dev.clausewatch.classifier.assess;

import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Difference;
import dev.clausewatch.events.Direction;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How much what came or went weighs among all that did: words that the reasons of direction and severity quote, the evidence of the first
 * types, and grave words weigh more; a statement that goes the way of the whole difference does, one against it weighs less.
 *
 * @param direction of the difference; absent where it is not clear
 * @param ids the types of the difference, the first first
 * @param types those of the clause, with their evidence
 * @param quotes what the reasons quote, in small letters
 */
record ConsequenceWeights(
        @Nullable Direction direction, List<String> ids, List<ProvisionType> types, List<String> quotes) {

    private static final double BY_DIRECTION = 4;
    private static final double BY_REASON = 2;
    private static final double BY_FIRST_TYPE = 3;
    private static final double BY_GRAVE_WORD = 2;

    private static final Pattern QUOTE = Pattern.compile("\u201c([^\u201c\u201d]{1,400})\u201d");

    private static final List<String> GRAVE = List.of(
            "sell",
            "train",
            "arbitrat",
            "waive",
            "refund",
            "opt out",
            "opt-out",
            "class action",
            "indemnif",
            "irrevocabl",
            "liable",
            "without notice",
            "competi",
            "competes",
            "appeal",
            "biometric");

    static ConsequenceWeights of(ClassifiedProvision provision, Difference difference) {
        return new ConsequenceWeights(
                difference.direction(),
                difference.types(),
                provision.types(),
                quotes(difference.reason(), provision.severityReasons()));
    }

    /** How much a sentence weighs by its words. */
    double of(ChangedSentence sentence, boolean isBefore) {
        double score = 0;
        String lower = sentence.text().toLowerCase(Locale.ROOT);
        for (String quote : quotes) {
            if (lower.contains(quote)) {
                score += BY_REASON;
            }
        }
        return score + grave(lower) + evidence(sentence, isBefore);
    }

    private double evidence(ChangedSentence sentence, boolean isBefore) {
        Side side = isBefore ? Side.BEFORE : Side.AFTER;
        double score = 0;
        for (ProvisionType type : types) {
            boolean rests = type.evidence().stream()
                    .anyMatch(span ->
                            span.side() == side && span.start() < sentence.end() && sentence.start() < span.end());
            int place = ids.indexOf(type.id());
            score += !rests || place < 0 ? 0 : place == 0 ? BY_FIRST_TYPE : 1;
        }
        return score;
    }

    double direction(@Nullable Statement statement, boolean comes) {
        if (statement == null) {
            return 0;
        }
        boolean better = comes ? statement.isInFavour() : statement.isAgainst();
        boolean worse = comes ? statement.isAgainst() : statement.isInFavour();
        if (direction == Direction.WORSE || direction == Direction.BETTER) {
            boolean fits = direction == Direction.WORSE ? worse : better;
            boolean opposes = direction == Direction.WORSE ? better : worse;
            return fits ? BY_DIRECTION : opposes ? -BY_DIRECTION : 0;
        }
        return better || worse ? BY_DIRECTION / 2 : 0;
    }

    /** How much words that changed inside of a sentence weigh. */
    double of(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return grave(lower) + quotes.stream().filter(lower::contains).count() * BY_REASON;
    }

    /** Whether a word, in small letters, is one that people look for first. */
    static boolean isGrave(String word) {
        return GRAVE.stream().anyMatch(word::contains);
    }

    private static double grave(String lower) {
        return isGrave(lower) ? BY_GRAVE_WORD : 0;
    }

    private static List<String> quotes(@Nullable String reason, List<String> reasons) {
        List<String> quotes = new ArrayList<>();
        List<String> all = new ArrayList<>(reasons);
        if (reason != null) {
            all.add(reason);
        }
        for (String one : all) {
            Matcher matcher = QUOTE.matcher(one);
            while (matcher.find()) {
                String quote = ShortText.line(matcher.group(1)).replace("\u2026", "");
                if (quote.indexOf(' ') > 0) {
                    quotes.add(ShortText.withoutEnd(quote).toLowerCase(Locale.ROOT));
                }
            }
        }
        return quotes;
    }
}
