package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.assess.Consequence.Kind;
import dev.clausewatch.classifier.assess.ConsequenceReader.Candidate;
import dev.clausewatch.classifier.learn.Hunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells of words that came into a sentence, went out of it or stand in place of others, and of sentences that turned. */
final class ChangedPhrases {

    private static final double BY_TURN = 5;
    private static final int MOST_HUNKS = 60;

    /** Fewer words that came or went are told with those around them. */
    private static final int FEW_WORDS = 3;

    private static final int SMALL_PHRASE = 5;

    /** From so many words on, words that came or went may say by themselves who does what. */
    private static final int STATEMENT = 7;

    private static final int WINDOW_BEFORE = 5;
    private static final int WINDOW_AFTER = 3;

    /** Shorter words may say nothing, if there are no more of them. */
    private static final int SHORT_WORD = 3;

    private static final int FEW_SHORT_WORDS = 2;

    private static final Pattern ANY_FIGURE = Pattern.compile("\\p{Nd}");
    /** Short words that say much: whether, who, and how firmly. */
    private static final Set<String> SAYING =
            Set.of("not", "no", "nor", "we", "us", "our", "you", "may", "can", "own", "all", "any", "if");

    private final String platform;
    private final StatementReader statements;
    private final WholeSentences whole;
    private final HeadlineRoom room;

    ChangedPhrases(String platform, StatementReader statements, WholeSentences whole, HeadlineRoom room) {
        this.platform = platform;
        this.statements = statements;
        this.whole = whole;
        this.room = room;
    }

    /** The sentences that a phrase stood in and stands in, and what they say. */
    private record Context(
            @Nullable ChangedSentence was,
            @Nullable ChangedSentence is,
            @Nullable Statement stood,
            @Nullable Statement stands) {

        boolean isEdited() {
            return was != null && is != null && !was.isWhole() && !is.isWhole();
        }

        /** Whether all words of a hunk belong to sentences that came or went as a whole. */
        boolean isWhole(Hunk hunk) {
            boolean before = was != null && was.isWhole() && was.holds(hunk.beforeTo() - 1);
            boolean after = is != null && is.isWhole() && is.holds(hunk.afterTo() - 1);
            return hunk.isInsertion() ? after : hunk.isDeletion() ? before : before && after;
        }
    }

    List<Candidate> of(EditedSentences edited, ConsequenceWeights weights) {
        List<Candidate> candidates = new ArrayList<>();
        Edit edit = edited.edit();
        List<Hunk> hunks = edit.quotable();
        for (Hunk hunk : hunks.subList(0, Math.min(MOST_HUNKS, hunks.size()))) {
            ChangedSentence was = edited.before(hunk.beforeFrom());
            ChangedSentence is = edited.after(hunk.afterFrom());
            Context context = new Context(was, is, edited.said(was), edited.says(is));
            turn(context, weights, candidates);
            if (!context.isWhole(hunk) && !isIdle(edit, hunk)) {
                candidates.add(phrase(edit, hunk, context, weights, candidates.size()));
            }
        }
        return candidates;
    }

    /** A sentence whose "not" came or went, or that binds otherwise than before. */
    private void turn(Context context, ConsequenceWeights weights, List<Candidate> candidates) {
        Statement stood = context.stood();
        Statement stands = context.stands();
        ChangedSentence was = context.was();
        ChangedSentence is = context.is();
        if (was == null
                || is == null
                || stood == null
                || stands == null
                || !context.isEdited()
                || stood.subject() != stands.subject()
                || stood.mode() == stands.mode()) {
            return;
        }
        boolean isGone = stood.isPromise() && !stands.isPromise();
        Statement told = isGone ? stood : stands;
        ChangedSentence sentence = isGone ? was : is;
        candidates.add(new Candidate(
                whole.tell(sentence.text(), told, isGone),
                BY_TURN + weights.direction(told, !isGone) + weights.of(sentence, isGone)));
    }

    private Candidate phrase(Edit edit, Hunk hunk, Context context, ConsequenceWeights weights, int order) {
        Kind kind = hunk.isInsertion() ? Kind.WIDENED : hunk.isDeletion() ? Kind.NARROWED : Kind.REPLACED;
        Statement statement = kind == Kind.NARROWED ? context.stood() : context.stands();
        String come = ShortText.line(edit.after().quote(hunk.afterFrom(), hunk.afterTo()));
        String gone = ShortText.line(edit.before().quote(hunk.beforeFrom(), hunk.beforeTo()));
        String words = kind == Kind.NARROWED ? gone : come;
        int size = Math.max(hunk.beforeTo() - hunk.beforeFrom(), hunk.afterTo() - hunk.afterFrom());
        // Words that say by themselves who does what came or went like a sentence.
        Statement own = kind == Kind.REPLACED || size < STATEMENT
                ? null
                : statements.read(firstSentence(words)).orElse(null);
        double direction = kind == Kind.REPLACED
                ? 0
                : own == null
                        ? weights.direction(statement, kind == Kind.WIDENED) / 2
                        : weights.direction(own, kind == Kind.WIDENED);
        double score = Math.min(size, 8) / 4.0
                + weights.of(come + " " + gone)
                + direction
                + (ANY_FIGURE.matcher(come + gone).find() ? 1 : 0)
                - order / 1000.0;
        return own == null
                ? new Candidate(
                        new Consequence(line(edit, hunk, kind, come, gone, context), kind, statement, words, null),
                        score)
                : new Candidate(whole.tell(words, own, kind == Kind.NARROWED), score + 1);
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    private String line(Edit edit, Hunk hunk, Kind kind, String come, String gone, Context context) {
        int size = hunk.afterTo() - hunk.afterFrom() + hunk.beforeTo() - hunk.beforeFrom();
        return switch (kind) {
            case WIDENED -> widened(edit, hunk, come, context, size);
            case NARROWED -> narrowed(edit, hunk, gone, context, size);
            default ->
                room.replacing(
                        size <= SMALL_PHRASE
                                ? around(edit.after(), context.is(), hunk.afterFrom(), hunk.afterTo())
                                : come,
                        gone);
        };
    }

    private String widened(Edit edit, Hunk hunk, String come, Context context, int size) {
        String label = label(context.stands());
        if (size <= FEW_WORDS) {
            String words = around(edit.after(), context.is(), hunk.afterFrom(), hunk.afterTo());
            return room.quoting(platform + " now says ", words, "");
        }
        if (label.isEmpty()) {
            return room.quoting(platform + " now says ", come, "");
        }
        return Limits.begin(come)
                ? room.quoting(platform + " now limits " + label + ": ", come, "")
                : room.quoting(platform + " adds ", come, " to " + label);
    }

    private String narrowed(Edit edit, Hunk hunk, String gone, Context context, int size) {
        String label = label(context.stood());
        if (size <= FEW_WORDS) {
            String words = around(edit.before(), context.was(), hunk.beforeFrom(), hunk.beforeTo());
            return room.quoting(platform + " drops " + ShortText.quoted(gone, HeadlineRoom.LINE) + " from ", words, "");
        }
        if (label.isEmpty()) {
            return room.quoting(platform + " no longer says ", gone, "");
        }
        return Limits.begin(gone)
                ? room.quoting(platform + " no longer limits " + label + ": ", gone, "")
                : room.quoting(platform + " drops ", gone, " from " + label);
    }

    /** Words with a few of those around them in the same sentence. */
    private static String around(TokenizedText text, @Nullable ChangedSentence sentence, int from, int to) {
        int start = Math.max(sentence == null ? 0 : Math.min(sentence.from(), from), from - WINDOW_BEFORE);
        int end = Math.min(sentence == null ? text.size() : Math.max(sentence.to(), to), to + WINDOW_AFTER);
        return ShortText.withoutLeading(ShortText.line(text.quote(start, end)));
    }

    /** What a phrase of a statement belongs to; empty where that is not plain. */
    private static String label(@Nullable Statement statement) {
        if (statement == null) {
            return "";
        }
        String they = statement.named();
        return switch (statement.subject()) {
            case PLATFORM ->
                switch (statement.mode()) {
                    case NOT -> statement.isPromise() ? "what it promises not to do" : "";
                    case MAY -> "what it may do";
                    case MUST, WILL -> statement.isInFavour() ? "what it promises" : "";
                    case DOES -> "";
                };
            case BOUND ->
                switch (statement.mode()) {
                    case NOT -> statement.verb().equals("may not") ? "what " + they + " may not do" : "";
                    case MAY -> "what " + they + " may do";
                    case MUST -> "what " + they + " must do";
                    case WILL, DOES -> "";
                };
        };
    }

    /** One or two words that say nothing by themselves: a lone "and" or "the". */
    private static boolean isIdle(Edit edit, Hunk hunk) {
        return isIdle(edit.before(), hunk.beforeFrom(), hunk.beforeTo())
                && isIdle(edit.after(), hunk.afterFrom(), hunk.afterTo());
    }

    private static boolean isIdle(TokenizedText text, int from, int to) {
        return to - from <= FEW_SHORT_WORDS
                && text.tokens().subList(from, to).stream()
                        .allMatch(token -> token.key().length() <= SHORT_WORD
                                && !SAYING.contains(token.key())
                                && token.key().chars().allMatch(Character::isLetter));
    }
}
