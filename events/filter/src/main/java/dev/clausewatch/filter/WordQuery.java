package dev.clausewatch.filter;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

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
        public boolean has(String word) {
            return false;
        }

        @Override
        public boolean hasBeginning(String beginning) {
            return false;
        }

        @Override
        public boolean holds(Query phrase) {
            return false;
        }
    };

    private final String text;
    private final Query query;
    private final Part part;

    private WordQuery(String text, Query query) {
        this.text = text;
        this.query = query;
        this.part = part(query);
    }

    /** What a text is as a query. */
    public sealed interface Reading {

        /** One that can be used. */
        record Good(WordQuery query) implements Reading {}

        /** None, and why. */
        record Bad(String reason, String remedy) implements Reading {}
    }

    /** The words of a provision. */
    interface Words {

        /** Whether a word is one of those that changed. */
        boolean has(String word);

        /** Whether one of those that changed begins so. */
        boolean hasBeginning(String beginning);

        /** Whether a phrase stands in the whole text. */
        boolean holds(Query phrase);
    }

    /** Reads a query; whatever the text, in time and depth bounded by its greatest length. */
    public static Reading read(String text) {
        if (text.length() > LONGEST) {
            return new Reading.Bad("is longer than " + LONGEST + " characters", "ask for fewer words");
        }
        try {
            WordQuery query = new WordQuery(text, new WordQueryParser().parse(text));
            return query.fits(NO_WORDS) || query.isEmpty()
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

    boolean fits(Words words) {
        return part.fits(words);
    }

    /** A part of a query as a question to words: many times faster than a search for each. */
    private interface Part {

        boolean fits(Words words);
    }

    private static Part part(Query query) {
        return switch (query) {
            case TermQuery term -> {
                String word = term.getTerm().text();
                yield words -> words.has(word);
            }
            case PrefixQuery prefix -> {
                String beginning = prefix.getPrefix().text();
                yield words -> words.hasBeginning(beginning);
            }
            case BoostQuery boosted -> part(boosted.getQuery());
            case BooleanQuery all -> all(all);
            case MatchAllDocsQuery everything -> words -> true;
            default -> words -> words.holds(query);
        };
    }

    private static Part all(BooleanQuery query) {
        List<Part> must = parts(query, BooleanClause.Occur.MUST);
        List<Part> may = must.isEmpty() ? parts(query, BooleanClause.Occur.SHOULD) : List.of();
        List<Part> not = parts(query, BooleanClause.Occur.MUST_NOT);
        return words -> {
            boolean fits = !must.isEmpty();
            for (Part part : must) {
                fits = fits && part.fits(words);
            }
            for (Part part : may) {
                fits = fits || part.fits(words);
            }
            for (Part part : not) {
                fits = fits && !part.fits(words);
            }
            return fits;
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
