package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.assess.Consequence.Kind;
import dev.clausewatch.classifier.learn.Hunk;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Difference;
import dev.clausewatch.events.Direction;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Side;
import dev.clausewatch.events.TouchedProvision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the change of a provision comes to: of its sentences and phrases that came or went the one that weighs most, told as who does
 * what where that is plain, and quoted where it is not.
 */
final class ConsequenceReader {

    /** A headline is no longer, in characters. */
    static final int LINE = 110;

    private static final int SHORTEST_LINE = 60;
    private static final int MOST_HUNKS = 60;
    private static final int FEW_WORDS = 3;
    private static final int SMALL_PHRASE = 5;
    private static final int OWN = 7;
    private static final int WINDOW_BEFORE = 5;
    private static final int WINDOW_AFTER = 3;
    private static final int SHORTEST_QUOTE = 24;

    private static final double BY_DIRECTION = 4;
    private static final double BY_REASON = 2;
    private static final double BY_FIRST_TYPE = 3;
    private static final double BY_FIGURE = 6;
    private static final double BY_TURN = 5;
    private static final double BY_ROW = 100;
    private static final int LONGEST_ROW = 500;
    private static final int ROW_CELL = 50;

    /** Words that went and came in one place. */
    private static final int COARSE = 400;

    private static final Pattern ANY_FIGURE = Pattern.compile("\\p{Nd}");
    private static final Pattern CELL = Pattern.compile("\\|");
    private static final Pattern COMMA = Pattern.compile(", ");
    private static final Pattern AMOUNT = Pattern.compile("[$\u20ac\u00a3%]");
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
    private static final List<String> ASIDES =
            List.of("regardless", "even ", "including", "such as", "for example", "as applicable");
    private static final List<String> GOES_ON = List.of(
            "with ",
            "to ",
            "for ",
            "in ",
            "unless ",
            "if ",
            "when ",
            "from ",
            "by ",
            "without ",
            "except",
            "but ",
            "through ",
            "at ",
            "on ",
            "and you ",
            "and we ",
            "and they ",
            "provided ");
    private static final int MOST_PARTS = 20;
    private static final Set<String> NOTS =
            Set.of("not", "never", "no", "don't", "cannot", "won't", "without", "nor", "none", "doesn't", "can't");

    private final String platform;
    private final Bound bound;
    private final StatementReader statements;
    private final StatementLine lines;

    ConsequenceReader(DocumentRef document) {
        this.platform = document.platform();
        this.bound = Bound.of(document);
        this.statements = new StatementReader(platform, bound);
        this.lines = new StatementLine(platform, bound);
    }

    private record Candidate(Consequence consequence, double score) {}

    /** What it comes to; nothing where no words came or went, or where they stood or stand elsewhere. */
    Optional<Consequence> read(TouchedProvision touched, Edit edit, ClassifiedProvision provision) {
        Difference difference = provision.difference();
        if (edit.isEmpty() || difference == null || isCoarse(edit) || MaterialityRules.standsInAnother(touched)) {
            return Optional.empty();
        }
        Weights weights = new Weights(
                difference.direction(),
                difference.types(),
                provision.types(),
                quotes(difference.reason(), provision.severityReasons()));
        List<ChangedSentence> before = ChangedSentence.of(edit.before(), changed(edit, true));
        List<ChangedSentence> after = ChangedSentence.of(edit.after(), changed(edit, false));
        List<Candidate> candidates = new ArrayList<>();
        sentences(before, intro(touched.before()), true, weights, candidates);
        sentences(after, intro(touched.after()), false, weights, candidates);
        row(touched).ifPresent(candidates::add);
        if (MaterialityRules.isEdit(edit)) {
            figure(edit, after, intro(touched.after()), candidates);
            phrases(edit, before, after, touched, weights, candidates);
        }
        return candidates.stream()
                .max(Comparator.comparingDouble(Candidate::score))
                .map(Candidate::consequence);
    }

    /** Where so much was exchanged at once that it was not compared word by word, what stands on both sides would be told as gone. */
    private static boolean isCoarse(Edit edit) {
        return edit.hunks().stream()
                .anyMatch(hunk ->
                        hunk.beforeTo() - hunk.beforeFrom() > COARSE && hunk.afterTo() - hunk.afterFrom() > COARSE);
    }

    /** A row of a table that came or went, by its first cells: "GitHub now lists Anthropic PBC (AI services)". */
    private Optional<Candidate> row(TouchedProvision touched) {
        ProvisionText text = touched.after() != null ? touched.after() : touched.before();
        if (text == null
                || (touched.before() != null && touched.after() != null)
                || text.text().length() > LONGEST_ROW) {
            return Optional.empty();
        }
        List<String> cells = CELL.splitAsStream(TokenizedText.of(text.text()).plain())
                .limit(MOST_PARTS)
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
                new Consequence(cut(line), comes ? Kind.COME : Kind.GONE, null, cells.get(0), null), BY_ROW));
    }

    private record Weights(
            @Nullable Direction direction, List<String> ids, List<ProvisionType> types, List<String> quotes) {

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
    }

    private static double grave(String lower) {
        return GRAVE.stream().anyMatch(lower::contains) ? 2 : 0;
    }

    private void sentences(
            List<ChangedSentence> sentences,
            String intro,
            boolean isBefore,
            Weights weights,
            List<Candidate> candidates) {
        for (ChangedSentence sentence : sentences) {
            if (sentence.isTouched() && sentence.isWhole()) {
                Statement statement = statement(sentence.text(), intro);
                double score = 2
                        + weights.of(sentence, isBefore)
                        + weights.direction(statement, !isBefore)
                        + (statement == null ? 0 : 1)
                        - (sentence.to() - sentence.from() <= FEW_WORDS ? 4 : 0)
                        - candidates.size() / 1000.0;
                candidates.add(new Candidate(whole(sentence.text(), statement, isBefore), score));
            }
        }
    }

    private Consequence whole(String sentence, @Nullable Statement statement, boolean isBefore) {
        Kind kind = isBefore ? Kind.GONE : Kind.COME;
        String line = statement == null
                ? quoted(sentence, isBefore)
                : cut(isBefore ? lines.gone(statement) : lines.come(statement));
        return new Consequence(line, kind, statement, sentence, null);
    }

    /** A row of a table by its first cells, another sentence from where it says what matters. */
    private String quoted(String sentence, boolean isBefore) {
        List<String> words = new ArrayList<>(Arrays.asList(sentence.split(" ", -1)));
        StatementReader.withoutLabels(words);
        String text = String.join(" ", words);
        String front = platform + (isBefore ? " no longer says: " : " now says: ");
        int room = LINE - front.length() - 2;
        if (text.length() > room) {
            text = fromWhatMatters(words, text, room);
        }
        return quoting(front, text, "");
    }

    private static String fromWhatMatters(List<String> words, String text, int room) {
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at).toLowerCase(Locale.ROOT);
            if (GRAVE.stream().anyMatch(word::contains) || isAmount(words, at)) {
                if (String.join(" ", words.subList(0, Math.min(at + 2, words.size())))
                                .length()
                        < room) {
                    return text;
                }
                int from = Math.max(0, at - WINDOW_BEFORE - 1);
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

    private void figure(Edit edit, List<ChangedSentence> after, String intro, List<Candidate> candidates) {
        ChangedFigure figure = ChangedFigure.of(edit).orElse(null);
        if (figure == null) {
            return;
        }
        ChangedSentence sentence = holding(after, figure.at());
        Statement statement = sentence == null ? null : statement(sentence.text(), intro);
        String not = ", not " + ShortText.withoutEnd(ShortText.line(figure.was()));
        String line = statement == null ? "" : lines.come(statement) + not;
        if (line.isEmpty() || line.length() > limit(line)) {
            int from = Math.max(sentence == null ? figure.at() : sentence.from(), figure.at() - 2 * WINDOW_BEFORE);
            int to = Math.min(sentence == null ? figure.at() + 2 : sentence.to(), figure.at() + 2 * WINDOW_AFTER);
            line = platform + " now says "
                    + ShortText.quoted(window(edit.after(), from, to, figure.at()), limit("") - 30 - not.length())
                    + not;
        }
        candidates.add(new Candidate(
                new Consequence(line, Kind.FIGURE, statement, ShortText.line(figure.words()), figure), BY_FIGURE));
    }

    private String window(TokenizedText text, int from, int to, int kept) {
        int start = from;
        while (start < kept && ShortText.line(text.quote(start, to)).length() > limit("") - 45) {
            start++;
        }
        return ShortText.line(text.quote(start, to));
    }

    private void phrases(
            Edit edit,
            List<ChangedSentence> before,
            List<ChangedSentence> after,
            TouchedProvision touched,
            Weights weights,
            List<Candidate> candidates) {
        List<Hunk> hunks = edit.quotable();
        for (Hunk hunk : hunks.subList(0, Math.min(MOST_HUNKS, hunks.size()))) {
            ChangedSentence was =
                    holding(before, Math.min(hunk.beforeFrom(), edit.before().size() - 1));
            ChangedSentence is =
                    holding(after, Math.min(hunk.afterFrom(), edit.after().size() - 1));
            Statement stood = was == null ? null : statement(was.text(), intro(touched.before()));
            Statement stands = is == null ? null : statement(is.text(), intro(touched.after()));
            if (is != null && was != null && !was.isWhole() && !is.isWhole()) {
                turn(stood, stands, was, is, weights, candidates);
            }
            boolean covered = (hunk.isDeletion() || (was != null && was.isWhole() && was.holds(hunk.beforeTo() - 1)))
                    && (hunk.isInsertion() || (is != null && is.isWhole() && is.holds(hunk.afterTo() - 1)))
                    && (hunk.isDeletion() ? was != null && was.isWhole() : is != null && is.isWhole());
            if (!covered && !isIdle(edit, hunk)) {
                candidates.add(phrase(edit, hunk, new Around(was, is, stood, stands), weights, candidates.size()));
            }
        }
    }

    /** The sentences that a phrase stood in and stands in, and what they say. */
    private record Around(
            @Nullable ChangedSentence was,
            @Nullable ChangedSentence is,
            @Nullable Statement stood,
            @Nullable Statement stands) {}

    /** A sentence whose "not" came or went, or that binds otherwise than before. */
    private void turn(
            @Nullable Statement stood,
            @Nullable Statement stands,
            ChangedSentence was,
            ChangedSentence is,
            Weights weights,
            List<Candidate> candidates) {
        if (stood == null || stands == null || stood.subject() != stands.subject() || stood.mode() == stands.mode()) {
            return;
        }
        boolean isGone = stood.isPromise() && !stands.isPromise();
        Statement told = isGone ? stood : stands;
        double score = BY_TURN + weights.direction(told, !isGone) + weights.of(isGone ? was : is, isGone);
        candidates.add(new Candidate(whole(isGone ? was.text() : is.text(), told, isGone), score));
    }

    private Candidate phrase(Edit edit, Hunk hunk, Around around, Weights weights, int order) {
        Kind kind = hunk.isInsertion() ? Kind.WIDENED : hunk.isDeletion() ? Kind.NARROWED : Kind.REPLACED;
        Statement statement = kind == Kind.NARROWED ? around.stood() : around.stands();
        String come = ShortText.line(edit.after().quote(hunk.afterFrom(), hunk.afterTo()));
        String gone = ShortText.line(edit.before().quote(hunk.beforeFrom(), hunk.beforeTo()));
        int size = Math.max(hunk.beforeTo() - hunk.beforeFrom(), hunk.afterTo() - hunk.afterFrom());
        // Words that say by themselves who does what came or went like a sentence.
        Statement own = kind == Kind.REPLACED || size < OWN
                ? null
                : statements
                        .read(firstSentence(kind == Kind.WIDENED ? come : gone))
                        .orElse(null);
        String both = (come + " " + gone).toLowerCase(Locale.ROOT);
        double score = Math.min(size, 8) / 4.0
                + grave(both)
                + weights.quotes().stream()
                                .filter(quote -> both.contains(quote))
                                .count()
                        * BY_REASON
                + (kind == Kind.REPLACED
                        ? 0
                        : own == null
                                ? weights.direction(statement, kind == Kind.WIDENED) / 2
                                : weights.direction(own, kind == Kind.WIDENED))
                + (ANY_FIGURE.matcher(both).find() ? 1 : 0)
                - order / 1000.0;
        if (own != null) {
            return new Candidate(whole(kind == Kind.WIDENED ? come : gone, own, kind == Kind.NARROWED), score + 1);
        }
        return new Candidate(
                new Consequence(
                        line(edit, hunk, kind, come, gone, around),
                        kind,
                        statement,
                        kind == Kind.NARROWED ? gone : come,
                        null),
                score);
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    private String line(Edit edit, Hunk hunk, Kind kind, String come, String gone, Around around) {
        Statement statement = kind == Kind.NARROWED ? around.stood() : around.stands();
        String label = statement == null ? "" : label(statement);
        boolean small = hunk.afterTo() - hunk.afterFrom() + hunk.beforeTo() - hunk.beforeFrom() <= SMALL_PHRASE;
        boolean few = hunk.afterTo() - hunk.afterFrom() + hunk.beforeTo() - hunk.beforeFrom() <= FEW_WORDS;
        return switch (kind) {
            case WIDENED ->
                few
                        ? quoting(
                                platform + " now says ",
                                around(edit.after(), around.is(), hunk.afterFrom(), hunk.afterTo()),
                                "")
                        : label.isEmpty()
                                ? quoting(platform + " now says ", come, "")
                                : quoting(platform + " adds ", come, " to " + label);
            case NARROWED ->
                few
                        ? quoting(
                                platform + " no longer says ",
                                around(edit.before(), around.was(), hunk.beforeFrom(), hunk.beforeTo()),
                                "")
                        : label.isEmpty()
                                ? quoting(platform + " no longer says ", gone, "")
                                : quoting(platform + " drops ", gone, " from " + label);
            default ->
                small
                        ? replacing(around(edit.after(), around.is(), hunk.afterFrom(), hunk.afterTo()), gone)
                        : replacing(come, gone);
        };
    }

    private String replacing(String come, String gone) {
        int room = limit(platform) - platform.length() - " now says  instead of ".length() - 4;
        int forGone = Math.min(gone.length(), Math.max(SHORTEST_QUOTE, room - Math.min(come.length(), room / 2)));
        return platform + " now says " + ShortText.quoted(come, Math.max(SHORTEST_QUOTE, room - forGone))
                + " instead of " + ShortText.quoted(gone, forGone);
    }

    /** Words with a few of those around them in the same sentence. */
    private static String around(TokenizedText text, @Nullable ChangedSentence sentence, int from, int to) {
        int start = Math.max(sentence == null ? 0 : Math.min(sentence.from(), from), from - WINDOW_BEFORE);
        int end = Math.min(sentence == null ? text.size() : Math.max(sentence.to(), to), to + WINDOW_AFTER);
        return ShortText.withoutLeading(ShortText.line(text.quote(start, end)));
    }

    /** What a phrase of a statement belongs to. */
    private String label(Statement statement) {
        String they = statement.named();
        return switch (statement.subject()) {
            case PLATFORM ->
                switch (statement.mode()) {
                    case NOT -> statement.isPromise() ? "what it promises not to do" : "";
                    case MAY -> "what it may do";
                    case MUST, WILL -> "what it promises";
                    case DOES -> "";
                };
            case BOUND ->
                switch (statement.mode()) {
                    case NOT -> statement.verb().equals("may not") ? "what " + they + " may not do" : "";
                    case MAY -> "what " + they + " may do";
                    case MUST -> "what " + they + " must do";
                    case WILL, DOES -> "";
                };
            case OTHER -> "";
        };
    }

    /** Words that say nothing by themselves: a lone "and" or "the". */
    private static boolean isIdle(Edit edit, Hunk hunk) {
        return isIdle(edit.before(), hunk.beforeFrom(), hunk.beforeTo())
                && isIdle(edit.after(), hunk.afterFrom(), hunk.afterTo());
    }

    private static boolean isIdle(TokenizedText text, int from, int to) {
        return text.tokens().subList(from, to).stream()
                .allMatch(token -> token.key().length() <= FEW_WORDS
                        && !NOTS.contains(token.key())
                        && token.key().chars().allMatch(Character::isLetter));
    }

    /** What a sentence says; an item of a list with the words that introduce it. */
    private @Nullable Statement statement(String sentence, String intro) {
        Statement read = statements.read(sentence).orElse(null);
        if (read != null || intro.isEmpty()) {
            return read;
        }
        return statements.read(intro + " " + ShortText.line(sentence)).orElse(null);
    }

    private static String intro(@Nullable ProvisionText text) {
        if (text == null || text.intro() == null) {
            return "";
        }
        String line = ShortText.withoutEnd(ShortText.line(text.intro()));
        int sentence = Math.max(line.lastIndexOf(". "), line.lastIndexOf("; "));
        return line.substring(sentence < 0 ? 0 : sentence + 2);
    }

    private static @Nullable ChangedSentence holding(List<ChangedSentence> sentences, int token) {
        return sentences.stream().filter(one -> one.holds(token)).findFirst().orElse(null);
    }

    private static BitSet changed(Edit edit, boolean isBefore) {
        BitSet changed = new BitSet();
        for (Hunk hunk : edit.hunks()) {
            changed.set(isBefore ? hunk.beforeFrom() : hunk.afterFrom(), isBefore ? hunk.beforeTo() : hunk.afterTo());
        }
        return changed;
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

    private String quoting(String front, String words, String behind) {
        int room = limit(front) - front.length() - behind.length() - 2;
        return room >= SHORTEST_QUOTE || behind.isEmpty()
                ? front + ShortText.quoted(words, Math.max(room, SHORTEST_QUOTE)) + behind
                : quoting(front, words, "");
    }

    private String cut(String line) {
        int limit = limit(line);
        return line.length() <= limit ? line : ShortText.cut(withoutAsides(line, limit), limit);
    }

    /** Without parts between commas that only illustrate, one after the other until it fits. */
    private static String withoutAsides(String line, int limit) {
        List<String> parts = new ArrayList<>(
                Arrays.asList(COMMA.split(line.replace(", directly or indirectly, ", " "), MOST_PARTS)));
        int length = line.length();
        for (int at = 1; at < parts.size() && length > limit; ) {
            boolean aside = ASIDES.stream().anyMatch(parts.get(at)::startsWith);
            if (!aside || ANY_FIGURE.matcher(parts.get(at)).find()) {
                at++;
                continue;
            }
            length -= parts.remove(at).length() + 2;
            // The other members of the list that was begun.
            while (at < parts.size() && GOES_ON.stream().noneMatch(parts.get(at)::startsWith)) {
                length -= parts.remove(at).length() + 2;
            }
        }
        return String.join(", ", parts);
    }

    /** A line that does not name the platform leaves room for its name. */
    private int limit(String line) {
        return line.contains(platform) || line.isEmpty() ? LINE : Math.max(SHORTEST_LINE, LINE - platform.length() - 2);
    }
}
