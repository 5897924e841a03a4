package dev.clausewatch.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Questions in Lucene's terms. */
final class Queries {

    /** A word of a heading counts lightly beside the same in the text. */
    private static final float TITLE = 0.5f;

    private static final float BOTH = 0.3f;

    /** What all words of an answer count, beside 1 for all words that were asked for. */
    private static final double ANSWERS = 1.6;

    /** Those of an answer's words that tell most, so that a long answer costs no more than a short one. */
    private static final int MOST_TERMS = 12;

    private Queries() {}

    static Query filter(SearchFilter filter) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        BiConsumer<String, @Nullable String> is = (field, value) -> {
            if (value != null) {
                all.add(new TermQuery(new Term(field, value)), BooleanClause.Occur.FILTER);
            }
        };
        is.accept(Fields.KIND, filter.kind().name());
        is.accept(Fields.PLATFORM, lower(filter.platform()));
        is.accept(Fields.DOCUMENT, filter.document());
        is.accept(Fields.TERMS_TYPE, lower(filter.termsType()));
        is.accept(Fields.LANGUAGE, lower(filter.language()));
        Trait.Severity severity = filter.severity();
        if (filter.type() != null || filter.area() != null || severity != null) {
            is.accept(
                    Fields.TRAIT,
                    Fields.trait(filter.type(), filter.area(), severity == null ? null : severity.name()));
        }
        if (filter.since() != null || filter.until() != null) {
            all.add(
                    LongPoint.newRangeQuery(
                            Fields.DATE,
                            filter.since() == null
                                    ? Long.MIN_VALUE
                                    : filter.since().toEpochMilli(),
                            filter.until() == null
                                    ? Long.MAX_VALUE
                                    : filter.until().toEpochMilli() - 1),
                    BooleanClause.Occur.FILTER);
        }
        return all.build();
    }

    private static @Nullable String lower(@Nullable String value) {
        return value == null ? null : Fields.lower(value);
    }

    /** What must hold whatever the words: the filter, the phrases, and none of what is excluded. */
    static Query required(QueryText query, Query filter) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(filter, BooleanClause.Occur.FILTER);
        query.phrases().forEach(phrase -> all.add(anywhere(phrase), BooleanClause.Occur.FILTER));
        query.excluded().forEach(phrase -> all.add(anywhere(phrase), BooleanClause.Occur.MUST_NOT));
        return all.build();
    }

    /** Most of the words, and all of the phrases, each in the text or its headings; the score is the share of what they tell that is there. */
    static Query words(QueryText query, IndexReader reader) throws IOException {
        List<String> terms = EnglishWords.asked(query.words());
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        double ideal = 0;
        for (String term : terms) {
            any.add(term(term), BooleanClause.Occur.SHOULD);
            ideal += idf(reader, term);
        }
        any.setMinimumNumberShouldMatch(terms.size() - terms.size() / 3);
        for (String phrase : query.phrases()) {
            any.add(anywhere(phrase), BooleanClause.Occur.MUST);
            for (String term : EnglishWords.terms(phrase)) {
                ideal += idf(reader, term);
            }
        }
        return ideal == 0 ? any.build() : new BoostQuery(any.build(), (float) (1 / ideal));
    }

    /** The words of what answers a question that tell most, in the text; the score is the share of what they tell that is there. */
    static Query answers(Map<String, Double> terms, IndexReader reader) throws IOException {
        Map<String, Double> telling = new HashMap<>();
        for (Map.Entry<String, Double> one : terms.entrySet()) {
            telling.put(one.getKey(), one.getValue() * idf(reader, one.getKey()));
        }
        List<String> most = telling.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_TERMS)
                .map(Map.Entry::getKey)
                .toList();
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        double ideal = 0;
        for (String term : most) {
            any.add(
                    new BoostQuery(
                            new TermQuery(new Term(Fields.TEXT, term)),
                            terms.getOrDefault(term, 0.0).floatValue()),
                    BooleanClause.Occur.SHOULD);
            ideal += idf(reader, term);
        }
        return ideal == 0 ? any.build() : new BoostQuery(any.build(), (float) (ANSWERS / ideal));
    }

    private static double idf(IndexReader reader, String term) throws IOException {
        double with = reader.docFreq(new Term(Fields.TEXT, term));
        return Math.log(1 + (reader.numDocs() - with + 0.5) / (with + 0.5));
    }

    private static Query term(String term) {
        return either(new TermQuery(new Term(Fields.TEXT, term)), new TermQuery(new Term(Fields.TITLE, term)));
    }

    private static Query either(Query text, Query title) {
        return new DisjunctionMaxQuery(List.of(text, new BoostQuery(title, TITLE)), BOTH);
    }

    /** A phrase, or a word, in the text or its headings. */
    private static Query anywhere(String phrase) {
        return either(phrase(Fields.TEXT, phrase), phrase(Fields.TITLE, phrase));
    }

    private static Query phrase(String field, String phrase) {
        List<String> terms = EnglishWords.terms(phrase);
        if (terms.isEmpty()) {
            return MatchAllDocsQuery.INSTANCE;
        }
        if (terms.size() == 1) {
            return new TermQuery(new Term(field, terms.getFirst()));
        }
        return EnglishWords.phrase(field, phrase);
    }
}
