package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.assess.Consequence.Kind;
import dev.clausewatch.classifier.assess.ConsequenceReader.Candidate;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.TouchedProvision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells of sentences and rows of tables that came or went as a whole. */
final class WholeSentences {

    private static final double BY_ROW = 100;
    private static final int FEW_WORDS = 3;
    private static final int LONGEST_ROW = 500;
    private static final int MOST_CELLS = 20;
    private static final int ROW_CELL = 50;
    private static final int LEAD = 6;

    private static final Pattern ANY_FIGURE = Pattern.compile("\\p{Nd}");
    private static final Pattern CELL = Pattern.compile("\\|");
    private static final Pattern AMOUNT = Pattern.compile("[$\u20ac\u00a3%]");

    private final String platform;
    private final StatementLine lines;
    private final HeadlineRoom room;

    WholeSentences(String platform, StatementLine lines, HeadlineRoom room) {
        this.platform = platform;
        this.lines = lines;
        this.room = room;
    }

    List<Candidate> of(EditedSentences edited, ConsequenceWeights weights) {
        List<Candidate> candidates = new ArrayList<>();
        add(edited, true, weights, candidates);
        add(edited, false, weights, candidates);
        return candidates;
    }

    private void add(EditedSentences edited, boolean isBefore, ConsequenceWeights weights, List<Candidate> candidates) {
        for (ChangedSentence sentence : isBefore ? edited.before() : edited.after()) {
            if (sentence.isTouched() && sentence.isWhole()) {
                Statement statement = isBefore ? edited.said(sentence) : edited.says(sentence);
                double score = 2
                        + weights.of(sentence, isBefore)
                        + weights.direction(statement, !isBefore)
                        + (statement == null ? 0 : 1)
                        - (sentence.to() - sentence.from() <= FEW_WORDS ? 4 : 0)
                        - candidates.size() / 1000.0;
                candidates.add(new Candidate(tell(sentence.text(), statement, isBefore), score));
            }
        }
    }

    /** A sentence that went or came, as who does what, or in its own words. */
    Consequence tell(String sentence, @Nullable Statement statement, boolean isBefore) {
        Kind kind = isBefore ? Kind.GONE : Kind.COME;
        String line = statement == null
                ? quoted(sentence, isBefore)
                : room.cut(isBefore ? lines.gone(statement) : lines.come(statement));
        return new Consequence(line, kind, statement, sentence, null);
    }

    /** A row of a table that came or went, by its first cells: "GitHub now lists Anthropic PBC (AI services)". */
    Optional<Candidate> row(TouchedProvision touched) {
        ProvisionText text = touched.after() != null ? touched.after() : touched.before();
        if (text == null
                || (touched.before() != null && touched.after() != null)
                || text.text().length() > LONGEST_ROW) {
            return Optional.empty();
        }
        List<String> cells = CELL.splitAsStream(TokenizedText.of(text.text()).plain())
                .limit(MOST_CELLS)
                .map(ShortText::line)
                .filter(cell -> !cell.isEmpty())
                .toList();
        if (cells.size() < 2 || cells.get(0).length() > ROW_CELL) {
            return Optional.empty();
        }
        boolean comes = touched.after() != null;
        String line = platform + (comes ? " now lists " : " no longer lists ")
                + ShortText.quoted(cells.get(0), ROW_CELL) + ": " + cells.get(1);
        return Optional.of(new Candidate(
                new Consequence(room.cut(line), comes ? Kind.COME : Kind.GONE, null, cells.get(0), null), BY_ROW));
    }

    /** A sentence from where it says what matters. */
    private String quoted(String sentence, boolean isBefore) {
        List<String> words = new ArrayList<>(Arrays.asList(sentence.split(" ", -1)));
        StatementReader.withoutLabels(words);
        String text = String.join(" ", words);
        String front = platform + (isBefore ? " no longer says: " : " now says: ");
        int left = HeadlineRoom.LINE - front.length() - 2;
        return room.quoting(front, text.length() > left ? fromWhatMatters(words, text, left) : text, "");
    }

    private static String fromWhatMatters(List<String> words, String text, int left) {
        for (int at = 0; at < words.size(); at++) {
            if (ConsequenceWeights.isGrave(words.get(at).toLowerCase(Locale.ROOT)) || isAmount(words, at)) {
                String until = String.join(" ", words.subList(0, Math.min(at + 2, words.size())));
                if (until.length() < left) {
                    return text;
                }
                int from = Math.max(0, at - LEAD);
                return (from == 0 ? "" : "\u2026 ") + String.join(" ", words.subList(from, words.size()));
            }
        }
        return text;
    }

    private static boolean isAmount(List<String> words, int at) {
        return ANY_FIGURE.matcher(words.get(at)).find()
                && (AMOUNT.matcher(words.get(at)).find()
                        || (at + 1 < words.size() && Quantities.isUnit(WordKey.of(words.get(at + 1)))));
    }
}
