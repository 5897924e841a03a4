package dev.clausewatch.filter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
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
 * Lucene's parser without what could take long, means nothing here, or means something else than it seems to. A word is looked for among those that changed, a phrase in the whole
 * text, of which it must have a word that changed. Use it once.
 */
final class WordQueryParser extends QueryParser {

    private static final int SHORTEST_BEGINNING = 3;
    private static final int LONGEST_PHRASE = 20;
    private static final int MOST_NEAR_PHRASES = 5;
    private static final Set<String> OPERATORS = Set.of("OR", "AND", "NOT");
    private static final String WORDS = "name the words, or their beginning as in train*";

    /** As Lucene numbers what joins two parts, and what stands before one. */
    private static final int OR = 2;

    private static final int NOT = 10;

    private int nearPhrases;
    private boolean notBesideOr;

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
        String operator = queryText.toUpperCase(Locale.ROOT);
        if (OPERATORS.contains(operator)) {
            throw new RefusedException(
                    "has \"" + queryText + "\" as a word",
                    "write " + operator + " in capitals, or \"" + queryText + "\" in quotes for the word itself");
        }
        return super.getFieldQuery(field, queryText, quoted);
    }

    @Override
    protected @Nullable Query getFieldQuery(String field, String queryText, int slop) throws ParseException {
        onlyWords(field);
        if (slop > LONGEST_PHRASE) {
            throw new RefusedException(
                    "asks for words that are further apart than " + LONGEST_PHRASE, "take a smaller number");
        }
        if (hasWildcard(queryText)) {
            throw new RefusedException(
                    "has a wildcard in quotes",
                    "leave it out, or name the phrases: \"indirect damage\" OR \"indirect damages\"");
        }
        Query query = createPhraseQuery(field, queryText, slop);
        if (query instanceof PhraseQuery phrase && slop > 0) {
            checkNear(phrase);
        }
        return changed(query);
    }

    /** A question mark after a word is punctuation. */
    private static boolean hasWildcard(String text) {
        for (int i = 0; i < text.length(); i++) {
            boolean withinWord = i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
            if (text.charAt(i) == '*' || (text.charAt(i) == '?' && withinWord)) {
                return true;
            }
        }
        return false;
    }

    /** Words that are near each other take long to find: a repeated one seconds in a text of the greatest length. */
    private void checkNear(PhraseQuery phrase) throws ParseException {
        Set<String> words = new HashSet<>();
        for (Term term : phrase.getTerms()) {
            if (!words.add(term.text())) {
                throw new RefusedException(
                        "has a phrase of near words that repeats one: " + term.text(),
                        "name each word once, or leave out the number behind the phrase");
            }
        }
        nearPhrases++;
        if (nearPhrases > MOST_NEAR_PHRASES) {
            throw new RefusedException(
                    "has more than " + MOST_NEAR_PHRASES + " phrases of near words",
                    "leave out the number behind some, or make several subscriptions of it");
        }
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

    /** Lucene takes what {@code OR} joins to a {@code NOT} as joined by {@code AND}. */
    @Override
    protected void addClause(List<BooleanClause> clauses, int conj, int mods, Query q) {
        boolean isJoined = conj == OR && !clauses.isEmpty();
        if (isJoined && (mods == NOT || clauses.getLast().isProhibited())) {
            notBesideOr = true;
        }
        super.addClause(clauses, conj, mods, q);
    }

    /** What only excludes stands for everything else, so that {@code (NOT a) AND b} means what it says. */
    @Override
    protected @Nullable Query getBooleanQuery(List<BooleanClause> clauses) throws ParseException {
        if (notBesideOr) {
            throw new RefusedException(
                    "has a NOT beside an OR", "write AND NOT, or put parentheses: a OR (b AND NOT c)");
        }
        if (has(clauses, BooleanClause.Occur.MUST) && has(clauses, BooleanClause.Occur.SHOULD)) {
            // Lucene would not ask for what is optional.
            throw new RefusedException(
                    "mixes AND and OR", "put parentheses around what belongs together: (a OR b) AND c");
        }
        if (isContradiction(clauses)) {
            throw new RefusedException("asks for a word and for its absence", "leave one of them out");
        }
        if (!clauses.isEmpty() && clauses.stream().allMatch(BooleanClause::isProhibited)) {
            clauses.add(new BooleanClause(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.MUST));
        }
        return super.getBooleanQuery(clauses);
    }

    private static boolean has(List<BooleanClause> clauses, BooleanClause.Occur occur) {
        return clauses.stream().anyMatch(clause -> clause.occur() == occur);
    }

    private static boolean isContradiction(List<BooleanClause> clauses) {
        return clauses.stream()
                .filter(BooleanClause::isRequired)
                .anyMatch(wanted -> clauses.stream()
                        .anyMatch(clause ->
                                clause.isProhibited() && clause.query().equals(wanted.query())));
    }

    /** Words are those of the analyzer, so that a beginning that it takes for several would begin none. */
    @Override
    protected Query getPrefixQuery(String field, String termStr) throws ParseException {
        onlyWords(field);
        List<String> words = words(termStr);
        if (words.size() > 1) {
            throw new RefusedException(
                    "has a beginning of more than one word: " + termStr + "*",
                    "leave the star out, or name the words in quotes: \"" + String.join(" ", words) + "\"");
        }
        if (words.isEmpty() || words.getFirst().length() < SHORTEST_BEGINNING) {
            throw new RefusedException(
                    "has a beginning of fewer than " + SHORTEST_BEGINNING + " letters", "name more of the word");
        }
        return super.getPrefixQuery(field, words.getFirst());
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = WordQuery.ANALYZER.tokenStream(WordQuery.CHANGED, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot be read", e);
        }
        return words;
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
