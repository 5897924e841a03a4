package dev.clausewatch.filter;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Lucene's parser without what could take long or means nothing here. A word is looked for among those that changed, a phrase in the whole
 * text, of which it must have a word that changed. Use it once.
 */
final class WordQueryParser extends QueryParser {

    private static final int SHORTEST_BEGINNING = 3;
    private static final int LONGEST_PHRASE = 20;
    private static final String WORDS = "name the words, or their beginning as in train*";

    WordQueryParser() {
        super(WordQuery.CHANGED, WordQuery.ANALYZER);
        setDefaultOperator(Operator.AND);
        setSplitOnWhitespace(true);
        setAutoGeneratePhraseQueries(true);
    }

    /** Something of the syntax that is not taken. */
    static final class RefusedException extends ParseException {

        private static final long serialVersionUID = 1L;

        private final String reason;
        private final String remedy;

        RefusedException(String reason, String remedy) {
            super(reason);
            this.reason = reason;
            this.remedy = remedy;
        }

        String reason() {
            return reason;
        }

        String remedy() {
            return remedy;
        }
    }

    @Override
    protected @Nullable Query getFieldQuery(String field, String queryText, boolean quoted) throws ParseException {
        onlyWords(field);
        return super.getFieldQuery(field, queryText, quoted);
    }

    @Override
    protected @Nullable Query getFieldQuery(String field, String queryText, int slop) throws ParseException {
        onlyWords(field);
        if (slop > LONGEST_PHRASE) {
            throw new RefusedException(
                    "asks for words that are further apart than " + LONGEST_PHRASE, "take a smaller number");
        }
        return changed(createPhraseQuery(field, queryText, slop));
    }

    @Override
    protected @Nullable Query newFieldQuery(Analyzer analyzer, String field, String queryText, boolean quoted)
            throws ParseException {
        return changed(super.newFieldQuery(analyzer, field, queryText, quoted));
    }

    private static @Nullable Query changed(@Nullable Query query) throws ParseException {
        if (!(query instanceof PhraseQuery phrase)) {
            return query;
        }
        Term[] terms = phrase.getTerms();
        if (terms.length > LONGEST_PHRASE) {
            throw new RefusedException("has a phrase of more than " + LONGEST_PHRASE + " words", "ask for fewer words");
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        PhraseQuery.Builder whole = new PhraseQuery.Builder().setSlop(phrase.getSlop());
        for (int i = 0; i < terms.length; i++) {
            any.add(new TermQuery(terms[i]), BooleanClause.Occur.SHOULD);
            whole.add(new Term(WordQuery.TEXT, terms[i].text()), phrase.getPositions()[i]);
        }
        return new BooleanQuery.Builder()
                .add(any.build(), BooleanClause.Occur.MUST)
                .add(whole.build(), BooleanClause.Occur.MUST)
                .build();
    }

    /** What only excludes stands for everything else, so that {@code (NOT a) AND b} means what it says. */
    @Override
    protected @Nullable Query getBooleanQuery(List<BooleanClause> clauses) throws ParseException {
        if (!clauses.isEmpty() && clauses.stream().allMatch(BooleanClause::isProhibited)) {
            clauses.add(new BooleanClause(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.MUST));
        }
        return super.getBooleanQuery(clauses);
    }

    @Override
    protected Query getPrefixQuery(String field, String termStr) throws ParseException {
        onlyWords(field);
        if (termStr.length() < SHORTEST_BEGINNING) {
            throw new RefusedException(
                    "has a beginning of fewer than " + SHORTEST_BEGINNING + " letters", "name more of the word");
        }
        return super.getPrefixQuery(field, termStr);
    }

    @Override
    protected Query getWildcardQuery(String field, String termStr) throws ParseException {
        throw new RefusedException("has a wildcard that is not at the end of a word", WORDS);
    }

    @Override
    protected Query getRegexpQuery(String field, String termStr) throws ParseException {
        throw new RefusedException(
                "has a regular expression", WORDS + "; put a backslash before a slash that is meant");
    }

    @Override
    protected Query getFuzzyQuery(String field, String termStr, float minSimilarity) throws ParseException {
        throw new RefusedException("asks for similar words", WORDS);
    }

    @Override
    protected Query getRangeQuery(
            String field, String part1, String part2, boolean startInclusive, boolean endInclusive)
            throws ParseException {
        throw new RefusedException("asks for a range", WORDS);
    }

    private static void onlyWords(String field) throws ParseException {
        if (!field.equals(WordQuery.CHANGED)) {
            throw new RefusedException(
                    "asks for a field", "put a backslash before a colon that is meant, or quotes around it");
        }
    }
}
