package dev.clausewatch.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.BytesRef;

/** Of each platform the entry that comes nearest in meaning, if it is near enough. */
final class Nearest extends SimpleCollector {

    private final byte[] meaning;
    private final double floor;
    private final Map<String, Similarities.Row> byPlatform = new HashMap<>();
    private SortedDocValues platforms = DocValues.emptySorted();
    private BinaryDocValues vectors = DocValues.emptyBinary();
    private int base;

    Nearest(float[] meaning, double floor) {
        this.meaning = Meaning.bytes(meaning);
        this.floor = floor;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
        platforms = DocValues.getSorted(leaf.reader(), Fields.PLATFORM);
        vectors = DocValues.getBinary(leaf.reader(), Fields.VECTOR);
        base = leaf.docBase;
    }

    @Override
    public void collect(int row) throws IOException {
        if (!vectors.advanceExact(row) || !platforms.advanceExact(row)) {
            return;
        }
        BytesRef vector = vectors.binaryValue();
        double near = Meaning.cosine(meaning, vector.bytes, vector.offset);
        if (near >= floor) {
            byPlatform.merge(
                    platforms.lookupOrd(platforms.ordValue()).utf8ToString(),
                    new Similarities.Row(base + row, near),
                    (one, other) -> other.similarity() > one.similarity() ? other : one);
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    /** The nearest first. */
    List<Similarities.Row> best(int most) {
        return byPlatform.values().stream()
                .sorted(Comparator.comparingDouble(Similarities.Row::similarity)
                        .reversed()
                        .thenComparingInt(Similarities.Row::number))
                .limit(most)
                .toList();
    }
}
