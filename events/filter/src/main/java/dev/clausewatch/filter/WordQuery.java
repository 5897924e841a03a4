package dev.clausewatch.filter;

import java.util.BitSet;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Words that are asked for, in Lucene's query syntax: words (all of them, without {@code OR}), {@code "a phrase"}, {@code "near by"~5},
 * {@code begin*}, {@code AND OR NOT + -} and parentheses. A word must be one that came or went; of a phrase one of its words, the rest may
 * have stood there. Upper and lower case are the same; there is no stemming, so that {@code train} is not {@code training}, but
 * {@code train*} is both.
 *
 * <p>What could take long is refused: more than 500 characters, wildcards elsewhere than at the end of a word of three letters, regular
 * expressions, similar words, ranges, phrases of more than 20 words, more than five phrases of words near each other, or one that repeats a
 * word, and fields. So is what would not be taken as it seems to be meant: the beginning of what is several words, wildcards in quotes,
 * {@code and or not} in lower case, {@code AND} beside {@code OR} without parentheses, {@code OR NOT}. Thread-safe.
 */
public final class WordQuery {

    static final String CHANGED = "changed";
    static final String TEXT = "text";
    static final Analyzer ANALYZER = new StandardAnalyzer();

    private static final int LONGEST = 500;
    private static final String EXAMPLE = "words as in: \"indirect damages\" OR indemnif*";

    private static final Words NO_WORDS = new Words() {
        @Override
        public BitSet having(String word, BitSet among) {
            return new BitSet();
        }

        @Override
        public BitSet havingBeginning(String beginning, BitSet among) {
            return new BitSet();
        }

        @Override
        public BitSet holding(PhraseQuery phrase, BitSet among) {
            return new BitSet();
        }
    };

    private final String text;
    private final Query query;
    private final Part part;
    private final @Nullable NeededWords needed;

    private WordQuery(String text, Query query) {
        this.text = text;
        this.query = query;
        this.part = part(query);
        this.needed = NeededWords.of(query);
    }

    /** What a text is as a query. */
    public sealed interface Reading {

        /** One that can be used. */
        record Good(WordQuery query) implements Reading {}

        /** None, and why. */
        record Bad(String reason, String remedy) implements Reading {}
    }

    /** The words of provisions, each answer for some of them. */
    interface Words {

        /** Those of which a word changed. */
        BitSet having(String word, BitSet among);

        /** Those of which a word changed that begins so. */
        BitSet havingBeginning(String beginning, BitSet among);

        /** Those in whose whole text a phrase stands. */
        BitSet holding(PhraseQuery phrase, BitSet among);
    }

    /** Reads a query; whatever the text, in time and depth bounded by its greatest length. */
    public static Reading read(String text) {
        if (text.length() > LONGEST) {
            return new Reading.Bad("is longer than " + LONGEST + " characters", "ask for fewer words");
        }
        try {
            WordQuery query = new WordQuery(text, new WordQueryParser().parse(text));
            BitSet one = new BitSet();
            one.set(0);
            return query.isEmpty() || !query.fitting(NO_WORDS, one).isEmpty()
                    ? new Reading.Bad("names no word that must be there", EXAMPLE)
                    : new Reading.Good(query);
        } catch (ParseException | IllegalArgumentException e) {
            return e.getCause() instanceof WordQueryParser.RefusedException refused
                    ? new Reading.Bad(refused.reason(), refused.remedy())
                    : new Reading.Bad(
                            "is no query",
                            EXAMPLE + "; put a backslash before a sign that is meant, or quotes around it");
        }
    }

    private boolean isEmpty() {
        return query instanceof MatchNoDocsQuery
                || (query instanceof BooleanQuery all && all.clauses().isEmpty());
    }

    /** As it was asked. */
    public String text() {
        return text;
    }

    /** As Lucene has it. */
    Query query() {
        return query;
    }

    /** Those of some provisions that fit. */
    BitSet fitting(Words words, BitSet among) {
        return part.fitting(words, among);
    }

    /** Words of which one must have changed in a provision that fits; null where that cannot be said. */
    @Nullable
    NeededWords needed() {
        return needed;
    }

    /** A part of a query as a question to words: many times faster than a search for each. Answers with a set of its own. */
    private interface Part {

        BitSet fitting(Words words, BitSet among);
    }

    private static Part part(Query query) {
        return switch (query) {
            case TermQuery term -> {
                String word = term.getTerm().text();
                yield (words, among) -> words.having(word, among);
            }
            case PrefixQuery prefix -> {
                String beginning = prefix.getPrefix().text();
                yield (words, among) -> words.havingBeginning(beginning, among);
            }
            case PhraseQuery phrase -> (words, among) -> words.holding(phrase, among);
            case BoostQuery boosted -> part(boosted.getQuery());
            case BooleanQuery all -> all(all);
            case MatchAllDocsQuery everything -> (words, among) -> (BitSet) among.clone();
            case MatchNoDocsQuery nothing -> (words, among) -> new BitSet();
            default -> throw new IllegalArgumentException("No such query is parsed: " + query.getClass());
        };
    }

    private static Part all(BooleanQuery query) {
        List<Part> must = parts(query, BooleanClause.Occur.MUST);
        List<Part> may = must.isEmpty() ? parts(query, BooleanClause.Occur.SHOULD) : List.of();
        List<Part> not = parts(query, BooleanClause.Occur.MUST_NOT);
        return (words, among) -> {
            BitSet fitting = must.isEmpty() ? new BitSet() : (BitSet) among.clone();
            for (Part part : must) {
                fitting = fitting.isEmpty() ? fitting : part.fitting(words, fitting);
            }
            for (Part part : may) {
                fitting.or(part.fitting(words, among));
            }
            for (Part part : not) {
                if (!fitting.isEmpty()) {
                    fitting.andNot(part.fitting(words, fitting));
                }
            }
            return fitting;
        };
    }

    private static List<Part> parts(BooleanQuery query, BooleanClause.Occur occur) {
        return query.clauses().stream()
                .filter(clause -> clause.occur() == occur)
                .map(clause -> part(clause.query()))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WordQuery that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
