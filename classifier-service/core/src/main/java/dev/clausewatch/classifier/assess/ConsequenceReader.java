package dev.clausewatch.classifier.assess;

import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Difference;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.TouchedProvision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds what the change of a provision comes to: of its sentences and phrases that came or went the one that weighs most, told as who does
 * what where that is plain, and quoted where it is not.
 */
final class ConsequenceReader {

    /** Where more words than these stand in place of as many others, they were not compared word by word. */
    private static final int MOST_COMPARED = 400;

    private final StatementReader statements;
    private final WholeSentences whole;
    private final FigureLine figures;
    private final ChangedPhrases phrases;

    ConsequenceReader(DocumentRef document) {
        String platform = document.platform();
        Bound bound = Bound.of(document);
        StatementLine lines = new StatementLine(platform, bound);
        HeadlineRoom room = new HeadlineRoom(platform);
        statements = new StatementReader(platform, bound);
        whole = new WholeSentences(platform, lines, room);
        figures = new FigureLine(platform, lines, room);
        phrases = new ChangedPhrases(platform, statements, whole, room);
    }

    /** What the change may come to, and how much that weighs. */
    record Candidate(Consequence consequence, double score) {}

    /** What it comes to; nothing where no words came or went, or where they stood or stand elsewhere. */
    Optional<Consequence> read(TouchedProvision touched, Edit edit, ClassifiedProvision provision) {
        Difference difference = provision.difference();
        if (edit.isEmpty() || difference == null || isCoarse(edit) || MaterialityRules.standsInAnother(touched)) {
            return Optional.empty();
        }
        ConsequenceWeights weights = ConsequenceWeights.of(provision, difference);
        EditedSentences edited = EditedSentences.of(touched, edit, statements);
        List<Candidate> candidates = new ArrayList<>(whole.of(edited, weights));
        whole.row(touched).ifPresent(candidates::add);
        if (MaterialityRules.isEdit(edit)) {
            figures.of(edited).ifPresent(candidates::add);
            candidates.addAll(phrases.of(edited, weights));
        }
        return candidates.stream()
                .max(Comparator.comparingDouble(Candidate::score))
                .map(Candidate::consequence);
    }

    /** Where so much was exchanged at once that it was not compared word by word, what stands on both sides would be told as gone. */
    private static boolean isCoarse(Edit edit) {
        return edit.hunks().stream()
                .anyMatch(hunk -> hunk.beforeTo() - hunk.beforeFrom() > MOST_COMPARED
                        && hunk.afterTo() - hunk.afterFrom() > MOST_COMPARED);
    }
}
