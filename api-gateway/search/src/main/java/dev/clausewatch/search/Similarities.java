package dev.clausewatch.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.BytesRef;

/**
 * How near the entries that a query finds are to a direction. All of them are looked at, which takes some 20 ms for 100,000 and needs no graph of
 * neighbours, whose building takes minutes.
 */
final class Similarities extends SimpleCollector {

    private final byte[] meaning;
    private final float[] byRow;
    private final int most;
    private final double floor;
    private final PriorityQueue<Row> nearest = new PriorityQueue<>(Comparator.comparingDouble(Row::similarity));
    private BinaryDocValues vectors = DocValues.emptyBinary();
    private int base;

    /** A row of the index, and how near it is. */
    record Row(int number, double similarity) {}

    private Similarities(byte[] meaning, int rows, int most, double floor) {
        this.meaning = meaning;
        this.byRow = new float[rows];
        this.most = most;
        this.floor = floor;
    }

    /**
     * Looks at what a query finds.
     *
     * @param most how many of the nearest are wanted
     * @param floor from how near on
     */
    static Similarities of(IndexSearcher searcher, Query query, float[] meaning, int most, double floor)
            throws IOException {
        Similarities all = new Similarities(
                Meaning.bytes(meaning), searcher.getIndexReader().maxDoc(), most, floor);
        searcher.search(query, new OneCollector<>(all));
        return all;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
        vectors = DocValues.getBinary(leaf.reader(), Fields.VECTOR);
        base = leaf.docBase;
    }

    @Override
    public void collect(int row) throws IOException {
        if (!vectors.advanceExact(row)) {
            return;
        }
        BytesRef vector = vectors.binaryValue();
        float similarity = Meaning.cosine(meaning, vector.bytes, vector.offset);
        byRow[base + row] = similarity;
        if (similarity >= floor) {
            keep(new Row(base + row, similarity));
        }
    }

    private void keep(Row row) {
        Row last = nearest.peek();
        if (nearest.size() < most) {
            nearest.add(row);
        } else if (last != null && row.similarity() > last.similarity()) {
            nearest.poll();
            nearest.add(row);
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    /** The nearest, in no order. */
    List<Row> nearest() {
        return new ArrayList<>(nearest);
    }

    /** How near a row is; 0 where that is not known. */
    float of(int row) {
        return byRow[row];
    }

    @Override
    public String toString() {
        return "similarities to " + Arrays.hashCode(meaning);
    }
}
