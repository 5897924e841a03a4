package dev.clausewatch.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FilterCollector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * An index of entries in a folder. One thread writes; any number ask, and see what was last committed. Failures to read or write the folder
 * are {@link UncheckedIOException}s.
 */
public final class SearchIndex implements Closeable {

    private static final String SCHEMA = "schema";
    private static final double BUFFER_MEGABYTES = 16;
    private static final Sort BEST_FIRST =
            new Sort(SortField.FIELD_SCORE, new SortField(Fields.KEY, SortField.Type.STRING));

    /** So many of the nearest are found by meaning alone, from so near on. */
    private static final int NEAREST = 100;

    private static final double NEAR = 0.2;
    /** So many of those that have most words of an answer are found by these. */
    private static final int ANSWERING = 50;

    /** From so near on another platform's provision is shown beside one: better none than a wrong one. */
    private static final double SIMILAR = 0.63;

    private static final Snippet NO_SNIPPET = new Snippet("", List.of(), true, true);

    private final WordVectors vectors;
    private final PlainQuestions questions;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    /**
     * Opens an index, or begins one where there is none of this schema.
     *
     * @param directory which no other process writes
     */
    public SearchIndex(Directory directory, WordVectors vectors) {
        this.vectors = vectors;
        this.questions = new PlainQuestions(vectors, WordVectors.lines("questions.tsv"));
        try {
            boolean usable = isUsable(directory);
            this.writer = new IndexWriter(
                    directory,
                    new IndexWriterConfig(EnglishWords.ANALYZER)
                            .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                            .setOpenMode(
                                    usable ? IndexWriterConfig.OpenMode.APPEND : IndexWriterConfig.OpenMode.CREATE));
            this.searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be opened", e);
        }
    }

    private static boolean isUsable(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return false;
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return Fields.SCHEMA.equals(reader.getIndexCommit().getUserData().get(SCHEMA));
        } catch (IllegalArgumentException
                | org.apache.lucene.index.CorruptIndexException
                | org.apache.lucene.index.IndexFormatTooOldException
                | org.apache.lucene.index.IndexFormatTooNewException e) {
            return false;
        }
    }

    /**
     * Puts the provisions that stand in a document in the place of those that stood.
     *
     * @param generation of what they are made of: a rebuilt read model is another one
     */
    public void replaceProvisions(String documentId, List<Entry> provisions, long generation) {
        replace(Fields.unitOfDocument(documentId), provisions, generation);
    }

    /** Puts a change in the place of what was known of it; empty for one that is not to be found. */
    public void replaceChange(String changeId, Optional<Entry> change, long generation) {
        replace(Fields.unitOfChange(changeId), change.stream().toList(), generation);
    }

    private void replace(String unit, List<Entry> entries, long generation) {
        try {
            writer.updateDocuments(
                    new Term(Fields.UNIT, unit),
                    entries.stream()
                            .map(entry -> Fields.write(unit, generation, entry, vectors))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be written", e);
        }
    }

    /** Takes out what is of other generations; visible with the next commit. */
    public void keepOnly(long generation) {
        try {
            writer.deleteDocuments(new BooleanQuery.Builder()
                    .add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.MUST)
                    .add(
                            new TermQuery(new Term(Fields.GENERATION, Long.toString(generation))),
                            BooleanClause.Occur.MUST_NOT)
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be written", e);
        }
    }

    /** Makes what was written durable and visible, with facts of the writer's own, such as how far it read. */
    public void commit(Map<String, String> facts) {
        try {
            Map<String, String> all = new HashMap<>(facts);
            all.put(SCHEMA, Fields.SCHEMA);
            writer.setLiveCommitData(all.entrySet());
            writer.commit();
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be written", e);
        }
    }

    /** The facts of the last commit; empty before the first. */
    public Map<String, String> facts() {
        Map<String, String> facts = new HashMap<>();
        Iterable<Map.Entry<String, String>> all = writer.getLiveCommitData();
        if (all != null) {
            all.forEach(one -> facts.put(one.getKey(), one.getValue()));
        }
        return facts;
    }

    @Override
    public void close() {
        try (writer;
                searchers) {
            // Closes both, the searchers first.
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be closed", e);
        }
    }

    private interface Work<T> {

        T on(IndexSearcher searcher) throws IOException;
    }

    private <T> T search(Work<T> work) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return work.on(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be read", e);
        }
    }

    /**
     * What fits a question, best first. An entry fits by its words, when most of them are there, or by its meaning, when it is among the
     * nearest; phrases and what is excluded always hold.
     *
     * @param after where to go on; null for the beginning
     */
    public Answer find(QueryText query, SearchFilter filter, Answer.@Nullable Place after, int limit) {
        return search(searcher -> {
            Query required = Queries.required(query, Queries.filter(filter));
            Query words = Queries.words(query, searcher.getIndexReader());
            PlainQuestions.Asked asked = questions.of(query.text());
            if (asked == null) {
                return answer(searcher, within(words, required), words, null, after, limit);
            }
            Similarities near = Similarities.of(searcher, required, asked.meaning(), NEAREST, NEAR);
            Query answers = Queries.answers(asked.terms(), searcher.getIndexReader());
            Map<Integer, Float> answering = new HashMap<>();
            for (ScoreDoc one : searcher.search(within(answers, required), ANSWERING).scoreDocs) {
                answering.put(one.doc, one.score);
            }
            Query scored = new FunctionScoreQuery(
                    within(wordsOrNear(searcher, words, near, answering.keySet()), required),
                    new MeaningScore(near, answering));
            return answer(searcher, scored, words, near, after, limit);
        });
    }

    /** The entries of a filter by document, in the order of their provisions. */
    public List<Found> list(SearchFilter filter, int limit) {
        return search(searcher -> {
            TopFieldDocs rows = searcher.search(Queries.filter(filter), limit, Sort.INDEXORDER);
            List<Found> found = new ArrayList<>();
            StoredFields stored = searcher.storedFields();
            for (ScoreDoc row : rows.scoreDocs) {
                found.add(Fields.read(stored.document(row.doc), NO_SNIPPET, false, 0, 0));
            }
            return found;
        });
    }

    /** How many entries of a filter there are, by what can be counted. */
    public Answer.Counts count(SearchFilter filter) {
        return search(searcher -> {
            Counter counter = new Counter();
            searcher.search(Queries.filter(filter), new OneCollector<>(counter));
            return counter.counts();
        });
    }

    /**
     * Which provisions of other platforms come nearest to one in meaning: of each platform the nearest of the same type, the nearest platform
     * first. Empty when none is near enough, and when the provision has no type.
     *
     * @return absent when no such provision stands
     */
    public Optional<List<Found>> similar(String provisionId, int limit) {
        return search(searcher -> {
            Optional<Found> like = byKey(searcher, EntryKind.PROVISION + " " + provisionId);
            if (like.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(nearest(searcher, like.get(), limit));
        });
    }

    private static Optional<Found> byKey(IndexSearcher searcher, String key) throws IOException {
        ScoreDoc[] rows = searcher.search(new TermQuery(new Term(Fields.KEY, key)), 1).scoreDocs;
        return rows.length == 0
                ? Optional.empty()
                : Optional.of(Fields.read(searcher.storedFields().document(rows[0].doc), NO_SNIPPET, false, 0, 0));
    }

    private List<Found> nearest(IndexSearcher searcher, Found like, int limit) throws IOException {
        float[] meaning = vectors.of(Fields.meant(like.headings(), List.of(like.text())));
        if (meaning == null || like.types().isEmpty()) {
            return List.of();
        }
        BooleanQuery.Builder sameType = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.KIND, EntryKind.PROVISION.name())), BooleanClause.Occur.FILTER)
                .add(new TermQuery(new Term(Fields.PLATFORM, like.document().platform())), BooleanClause.Occur.MUST_NOT)
                .setMinimumNumberShouldMatch(1);
        like.types()
                .forEach(type -> sameType.add(
                        new TermQuery(new Term(Fields.TRAIT, Fields.trait(type, null, null))),
                        BooleanClause.Occur.SHOULD));
        Nearest nearest = new Nearest(meaning, SIMILAR);
        searcher.search(sameType.build(), new OneCollector<>(nearest));
        List<Found> found = new ArrayList<>();
        for (Similarities.Row row : nearest.best(limit)) {
            found.add(Fields.read(
                    searcher.storedFields().document(row.number()),
                    NO_SNIPPET,
                    false,
                    row.similarity(),
                    row.similarity()));
        }
        return found;
    }

    private static Query within(Query query, Query required) {
        return new BooleanQuery.Builder()
                .add(query, BooleanClause.Occur.MUST)
                .add(required, BooleanClause.Occur.FILTER)
                .build();
    }

    /** What has most of the words, is among the nearest in meaning, or has words of what answers the question. */
    private static Query wordsOrNear(IndexSearcher searcher, Query words, Similarities near, Set<Integer> answering)
            throws IOException {
        List<BytesRef> keys = new ArrayList<>();
        for (Similarities.Row row : near.nearest()) {
            keys.add(key(searcher, row.number()));
        }
        for (int row : answering) {
            keys.add(key(searcher, row));
        }
        return new BooleanQuery.Builder()
                .add(words, BooleanClause.Occur.SHOULD)
                .add(
                        new BoostQuery(new ConstantScoreQuery(new TermInSetQuery(Fields.KEY, keys)), 0),
                        BooleanClause.Occur.SHOULD)
                .build();
    }

    private static BytesRef key(IndexSearcher searcher, int row) throws IOException {
        LeafReaderContext leaf = searcher.getLeafContexts().get(ReaderUtil.subIndex(row, searcher.getLeafContexts()));
        SortedDocValues keys = DocValues.getSorted(leaf.reader(), Fields.KEY);
        if (!keys.advanceExact(row - leaf.docBase)) {
            throw new IllegalStateException("An entry of the search index has no key");
        }
        return BytesRef.deepCopyOf(keys.lookupOrd(keys.ordValue()));
    }

    private static Answer answer(
            IndexSearcher searcher,
            Query scored,
            Query words,
            @Nullable Similarities similarities,
            Answer.@Nullable Place after,
            int limit)
            throws IOException {
        Counter counter = new Counter();
        FieldDoc behind = after == null
                ? null
                : new FieldDoc(
                        Integer.MAX_VALUE, after.score(), new Object[] {after.score(), new BytesRef(after.key())});
        TopFieldDocs top = searcher.search(
                scored,
                new Counting(new TopFieldCollectorManager(BEST_FIRST, limit + 1, behind, Integer.MAX_VALUE), counter));
        boolean more = top.scoreDocs.length > limit;
        int[] rows = new int[more ? limit : top.scoreDocs.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = top.scoreDocs[i].doc;
        }
        List<Snippet> snippets = rows.length == 0 ? List.of() : new Snippets(searcher).of(words, rows);
        Set<Integer> byWords = among(searcher, words, rows);
        List<Found> found = new ArrayList<>();
        StoredFields stored = searcher.storedFields();
        for (int i = 0; i < rows.length; i++) {
            float score = score((FieldDoc) top.scoreDocs[i]);
            double near = similarities == null ? 0 : similarities.of(rows[i]);
            found.add(Fields.read(stored.document(rows[i]), snippets.get(i), byWords.contains(rows[i]), score, near));
        }
        Answer.Place next = more
                ? new Answer.Place(
                        score((FieldDoc) top.scoreDocs[limit - 1]),
                        key(searcher, rows[limit - 1]).utf8ToString())
                : null;
        return new Answer(found, counter.total(), next, counter.counts());
    }

    /** Which of these rows a query finds. */
    private static Set<Integer> among(IndexSearcher searcher, Query query, int[] rows) throws IOException {
        if (rows.length == 0) {
            return Set.of();
        }
        List<BytesRef> keys = new ArrayList<>();
        for (int row : rows) {
            keys.add(key(searcher, row));
        }
        Set<Integer> found = new HashSet<>();
        for (ScoreDoc one :
                searcher.search(within(query, new TermInSetQuery(Fields.KEY, keys)), rows.length).scoreDocs) {
            found.add(one.doc);
        }
        return found;
    }

    /** The best, while all are counted. */
    private record Counting(TopFieldCollectorManager best, Counter counter)
            implements CollectorManager<Counting.Both, TopFieldDocs> {

        private static final class Both extends FilterCollector {

            private final TopFieldCollector best;

            Both(TopFieldCollector best, Counter counter) {
                super(MultiCollector.wrap(best, counter));
                this.best = best;
            }
        }

        @Override
        public Both newCollector() {
            return new Both(best.newCollector(), counter);
        }

        @Override
        public TopFieldDocs reduce(Collection<Both> collectors) throws IOException {
            return best.reduce(collectors.stream().map(both -> both.best).toList());
        }
    }

    private static float score(FieldDoc one) {
        return (Float) one.fields[0];
    }
}
