package dev.clausewatch.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/** The words of entries that fit a question best, from the offsets that the index keeps. */
final class Snippets extends UnifiedHighlighter {

    /** Characters that a snippet aims at; whole sentences. */
    private static final int LENGTH = 260;

    private static final int LONGEST = 600;
    private static final int MOST_READ = 200_000;

    Snippets(IndexSearcher searcher) {
        super(new UnifiedHighlighter.Builder(searcher, EnglishWords.ANALYZER)
                .withMaxLength(MOST_READ)
                .withBreakIterator(() -> LengthGoalBreakIterator.createMinLength(
                        BreakIterator.getSentenceInstance(Locale.ENGLISH), LENGTH, 0.5f))
                .withFormatter(new Cut()));
    }

    /** Of these rows in turn. */
    List<Snippet> of(Query words, int[] rows) throws IOException {
        int[] most = {1};
        Object[] found = highlightFieldsAsObjects(new String[] {Fields.TEXT}, words, rows, most)
                .get(Fields.TEXT);
        List<Snippet> snippets = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            snippets.add(
                    found != null && found[i] instanceof Snippet snippet
                            ? snippet
                            : new Snippet("", List.of(), true, true));
        }
        return snippets;
    }

    private static final class Cut extends PassageFormatter {

        @Override
        public Snippet format(Passage[] passages, String content) {
            Passage best = passages[0];
            int start = best.getStartOffset();
            int end = Math.min(best.getEndOffset(), content.length());
            if (end - start > LONGEST) {
                int first = best.getNumMatches() == 0 ? start : best.getMatchStarts()[0];
                start = atWord(content, Math.max(start, Math.min(first - LENGTH / 2, end - LONGEST)));
                end = atWord(content, Math.min(end, start + LONGEST));
            }
            String text = content.substring(start, end).stripTrailing();
            List<Snippet.Mark> marks = new ArrayList<>();
            int done = 0;
            for (int i = 0; i < best.getNumMatches(); i++) {
                int from = best.getMatchStarts()[i] - start;
                int to = Math.min(best.getMatchEnds()[i] - start, text.length());
                if (from >= done && from < to) {
                    marks.add(new Snippet.Mark(text.codePointCount(0, from), text.codePointCount(0, to)));
                    done = to;
                }
            }
            return new Snippet(
                    text, marks, start == 0, end >= content.stripTrailing().length());
        }

        /** The nearest place from here on where a word begins. */
        private static int atWord(String text, int from) {
            int at = from;
            while (at > 0 && at < text.length() && !Character.isWhitespace(text.charAt(at - 1))) {
                at++;
            }
            return at;
        }
    }
}
