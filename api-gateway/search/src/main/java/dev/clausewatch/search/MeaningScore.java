package dev.clausewatch.search;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;

/** The score by words, and beside it how near an entry is in meaning and how much it has of an answer's words. Of one search only. */
final class MeaningScore extends DoubleValuesSource {

    private final Similarities similarities;
    private final Map<Integer, Float> answers;

    /**
     * A score.
     *
     * @param answers the score by words of an answer, by row
     */
    MeaningScore(Similarities similarities, Map<Integer, Float> answers) {
        this.similarities = similarities;
        this.answers = answers;
    }

    @Override
    public DoubleValues getValues(LeafReaderContext leaf, DoubleValues words) {
        return new DoubleValues() {
            private int row;

            @Override
            public double doubleValue() throws IOException {
                return words.doubleValue() + Math.max(0, similarities.of(row)) + answers.getOrDefault(row, 0f);
            }

            @Override
            public boolean advanceExact(int doc) throws IOException {
                row = leaf.docBase + doc;
                return words.advanceExact(doc);
            }
        };
    }

    @Override
    public boolean needsScores() {
        return true;
    }

    @Override
    public DoubleValuesSource rewrite(IndexSearcher searcher) {
        return this;
    }

    @Override
    public Explanation explain(LeafReaderContext leaf, int row, Explanation words) {
        return words;
    }

    @Override
    public boolean isCacheable(LeafReaderContext leaf) {
        return false;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(similarities);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MeaningScore that && similarities == that.similarities;
    }

    @Override
    public String toString() {
        return "meaning";
    }
}
