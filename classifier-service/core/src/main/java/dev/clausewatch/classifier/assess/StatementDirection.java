package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.assess.Statement.Mode;
import dev.clausewatch.classifier.learn.Hunk;
import dev.clausewatch.events.Direction;
import dev.clausewatch.events.TouchedProvision;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The direction of an edit whose sentences go on to tell of the same act, but bind otherwise ("we do not collect" that becomes "we collect"),
 * or get or lose a limit ("except advertisers").
 */
final class StatementDirection {

    private static final int MOST_HUNKS = 60;
    private static final int SHORTEST_LIMIT = 2;
    private static final int FEW_OTHERS = 2;
    private static final String TURNS_WORSE = "A sentence turns against those bound";
    private static final String TURNS_BETTER = "A sentence turns in favour of those bound";

    private final StatementReader statements;

    StatementDirection(StatementReader statements) {
        this.statements = statements;
    }

    /** The direction, with the words that decide it; nothing where no sentence does, or where they point to both sides. */
    Optional<DifferenceReader.Judged> of(TouchedProvision touched, Edit edit) {
        if (!MaterialityRules.isEdit(edit)) {
            return Optional.empty();
        }
        EditedSentences edited = EditedSentences.of(touched, edit, statements);
        DifferenceReader.Judged found = null;
        List<Hunk> hunks = edit.quotable();
        for (Hunk hunk : hunks.subList(0, Math.min(MOST_HUNKS, hunks.size()))) {
            DifferenceReader.Judged judged = of(edited, hunk).orElse(null);
            if (judged != null && found != null && found.direction() != judged.direction()) {
                return Optional.empty();
            }
            found = found == null ? judged : found;
        }
        return Optional.ofNullable(found);
    }

    private static Optional<DifferenceReader.Judged> of(EditedSentences edited, Hunk hunk) {
        ChangedSentence was = edited.before(hunk.beforeFrom());
        ChangedSentence is = edited.after(hunk.afterFrom());
        if (was == null || is == null || was.isWhole() || is.isWhole()) {
            return Optional.empty();
        }
        Statement stood = edited.said(was);
        Statement stands = edited.says(is);
        int turn = turn(stood, stands);
        if (turn != 0) {
            return judged(turn, turn < 0 ? TURNS_WORSE : TURNS_BETTER, is.text());
        }
        Edit edit = edited.edit();
        if (hunk.isInsertion() && isMost(hunk.afterTo() - hunk.afterFrom(), is.changed())) {
            String come = edit.after().quote(hunk.afterFrom(), hunk.afterTo());
            return stands == null || !Limits.begin(come)
                    ? Optional.empty()
                    : judged(-worth(stands), "It is limited", come);
        }
        if (hunk.isDeletion() && isMost(hunk.beforeTo() - hunk.beforeFrom(), was.changed())) {
            String gone = edit.before().quote(hunk.beforeFrom(), hunk.beforeTo());
            return stood == null || !Limits.begin(gone)
                    ? Optional.empty()
                    : judged(worth(stood), "A limit is gone", gone);
        }
        return Optional.empty();
    }

    /** Whether words are a limit by themselves, and little else changed in their sentence. */
    private static boolean isMost(int words, int changed) {
        return words >= SHORTEST_LIMIT && changed <= words + FEW_OTHERS;
    }

    private static Optional<DifferenceReader.Judged> judged(int worth, String sentence, String words) {
        return worth == 0
                ? Optional.empty()
                : Optional.of(new DifferenceReader.Judged(
                        worth < 0 ? Direction.WORSE : Direction.BETTER,
                        SeverityReasons.quoting(sentence, ShortText.withoutEnd(ShortText.line(words)))));
    }

    /**
     * Whether a direction goes against what the one sentence of a clause that came or went plainly says: "you retain all rights" is no loss
     * where it comes.
     */
    boolean isAgainst(@Nullable Direction direction, TouchedProvision touched, Edit edit) {
        boolean isBefore = edit.after().size() == 0;
        if (MaterialityRules.isEdit(edit) || (direction != Direction.WORSE && direction != Direction.BETTER)) {
            return false;
        }
        EditedSentences edited = EditedSentences.of(touched, edit, statements);
        List<ChangedSentence> sentences = isBefore ? edited.before() : edited.after();
        Statement statement = sentences.size() != 1
                ? null
                : isBefore ? edited.said(sentences.getFirst()) : edited.says(sentences.getFirst());
        int worth = statement == null ? 0 : isBefore ? -worth(statement) : worth(statement);
        return direction == Direction.WORSE ? worth > 0 : worth < 0;
    }

    /** Below 0 for a statement that turned against those bound, above 0 for one that turned in their favour, 0 for none. */
    private static int turn(@Nullable Statement was, @Nullable Statement is) {
        return was == null || is == null || !act(was).equals(act(is)) || !isTurn(was, is)
                ? 0
                : Integer.signum(worth(is) - worth(was));
    }

    /** The other side, a "not" that came or went, or "may" for "will": "we send" that becomes "we may send" turns nothing. */
    private static boolean isTurn(Statement was, Statement is) {
        return was.subject() != is.subject()
                || (was.mode() == Mode.NOT) != (is.mode() == Mode.NOT)
                || (was.mode() == Mode.MAY && isFirm(is))
                || (is.mode() == Mode.MAY && isFirm(was));
    }

    private static boolean isFirm(Statement statement) {
        return statement.mode() == Mode.WILL || statement.mode() == Mode.MUST;
    }

    private static int worth(Statement statement) {
        return statement.isInFavour() ? 1 : statement.isAgainst() ? -1 : 0;
    }

    private static String act(Statement statement) {
        return statement.mode() == Mode.DOES ? ThirdPerson.bare(statement.verb()) : statement.act();
    }
}
