package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.assess.Consequence.Kind;
import dev.clausewatch.classifier.assess.ConsequenceReader.Candidate;
import java.util.Optional;

/** Tells of the one figure that an edit changes: "users have 14 days to object, not 30 days". */
final class FigureLine {

    private static final double BY_FIGURE = 6;
    private static final int WORDS_BEFORE = 10;
    private static final int WORDS_AFTER = 6;

    private final String platform;
    private final StatementLine lines;
    private final HeadlineRoom room;

    FigureLine(String platform, StatementLine lines, HeadlineRoom room) {
        this.platform = platform;
        this.lines = lines;
        this.room = room;
    }

    Optional<Candidate> of(EditedSentences edited) {
        return ChangedFigure.of(edited.edit()).map(figure -> tell(figure, edited));
    }

    private Candidate tell(ChangedFigure figure, EditedSentences edited) {
        ChangedSentence sentence = edited.after(figure.at());
        Statement statement = edited.says(sentence);
        String not = ", not " + ShortText.withoutEnd(ShortText.line(figure.was()));
        String line = statement == null ? "" : lines.come(statement) + not;
        if (line.isEmpty() || line.length() > room.limit(line)) {
            int from = Math.max(sentence == null ? figure.at() : sentence.from(), figure.at() - WORDS_BEFORE);
            int to = Math.min(sentence == null ? figure.at() + 2 : sentence.to(), figure.at() + WORDS_AFTER);
            line = platform + " now says "
                    + ShortText.quoted(
                            window(edited.edit().after(), from, to, figure.at()), room.limit("") - 30 - not.length())
                    + not;
        }
        return new Candidate(
                new Consequence(line, Kind.FIGURE, statement, ShortText.line(figure.words()), figure), BY_FIGURE);
    }

    private String window(TokenizedText text, int from, int to, int kept) {
        int start = from;
        while (start < kept && ShortText.line(text.quote(start, to)).length() > room.limit("") - 45) {
            start++;
        }
        return ShortText.line(text.quote(start, to));
    }
}
