package dev.clausewatch.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts what is found by platform, area, type and day, all in one pass. */
final class Counter extends SimpleCollector {

    private static final int MOST_DAYS = 366;

    private final Map<String, Long> platforms = new HashMap<>();
    private final Map<String, Long> areas = new HashMap<>();
    private final Map<String, Long> types = new HashMap<>();
    private final Map<String, Long> days = new HashMap<>();
    private final Map<String, Long> states = new HashMap<>();
    private long total;

    private List<Values> values = List.of();

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
        finish();
        values = List.of(
                new OneValue(DocValues.getSorted(leaf.reader(), Fields.PLATFORM), platforms),
                new OneValue(DocValues.getSorted(leaf.reader(), Fields.DAY), days),
                new OneValue(DocValues.getSorted(leaf.reader(), Fields.STATE), states),
                new ManyValues(DocValues.getSortedSet(leaf.reader(), Fields.AREA), areas),
                new ManyValues(DocValues.getSortedSet(leaf.reader(), Fields.TYPE), types));
    }

    @Override
    public void collect(int row) throws IOException {
        total++;
        for (Values one : values) {
            one.count(row);
        }
    }

    @Override
    public void finish() throws IOException {
        for (Values one : values) {
            one.finish();
        }
        values = List.of();
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    long total() {
        return total;
    }

    Answer.Counts counts() {
        return new Answer.Counts(
                byCount(platforms),
                byCount(areas),
                byCount(types),
                counts(days)
                        .sorted(Comparator.comparing(Answer.Count::value).reversed())
                        .limit(MOST_DAYS)
                        .toList(),
                byCount(states));
    }

    private static List<Answer.Count> byCount(Map<String, Long> counted) {
        return counts(counted)
                .sorted(Comparator.comparingLong(Answer.Count::count).reversed().thenComparing(Answer.Count::value))
                .toList();
    }

    private static Stream<Answer.Count> counts(Map<String, Long> counted) {
        return counted.entrySet().stream().map(one -> new Answer.Count(one.getKey(), one.getValue()));
    }

    /** The values of a field in one part of the index, by their numbers there. */
    private interface Values {

        void count(int row) throws IOException;

        void finish() throws IOException;
    }

    private static final class OneValue implements Values {

        private final SortedDocValues values;
        private final Map<String, Long> sums;
        private final long[] counts;

        OneValue(SortedDocValues values, Map<String, Long> sums) {
            this.values = values;
            this.sums = sums;
            this.counts = new long[values.getValueCount()];
        }

        @Override
        public void count(int row) throws IOException {
            if (values.advanceExact(row)) {
                counts[values.ordValue()]++;
            }
        }

        @Override
        public void finish() throws IOException {
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    sums.merge(values.lookupOrd(i).utf8ToString(), counts[i], Long::sum);
                }
            }
        }
    }

    private static final class ManyValues implements Values {

        private final SortedSetDocValues values;
        private final Map<String, Long> sums;
        private final long[] counts;

        ManyValues(SortedSetDocValues values, Map<String, Long> sums) {
            this.values = values;
            this.sums = sums;
            this.counts = new long[Math.toIntExact(values.getValueCount())];
        }

        @Override
        public void count(int row) throws IOException {
            if (values.advanceExact(row)) {
                for (int i = 0; i < values.docValueCount(); i++) {
                    counts[Math.toIntExact(values.nextOrd())]++;
                }
            }
        }

        @Override
        public void finish() throws IOException {
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    sums.merge(values.lookupOrd(i).utf8ToString(), counts[i], Long::sum);
                }
            }
        }
    }
}
