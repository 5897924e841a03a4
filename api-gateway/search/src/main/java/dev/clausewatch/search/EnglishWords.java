package dev.clausewatch.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PhraseQuery;

/** How texts and questions become terms: lower case, without the commonest words, each word by its stem. */
final class EnglishWords {

    static final Analyzer ANALYZER = new EnglishAnalyzer();

    /** Words of a question that say nothing of what it is about, by their stems. Texts keep them, for phrases. */
    private static final Set<String> OF_QUESTIONS = Set.of(
            "i",
            "me",
            "my",
            "we",
            "us",
            "our",
            "you",
            "your",
            "he",
            "she",
            "him",
            "her",
            "them",
            "do",
            "doe",
            "did",
            "can",
            "could",
            "may",
            "must",
            "shall",
            "should",
            "would",
            "might",
            "have",
            "ha",
            "had",
            "am",
            "were",
            "been",
            "what",
            "which",
            "who",
            "whom",
            "whose",
            "when",
            "where",
            "why",
            "how",
            "from",
            "about",
            "so",
            "than",
            "too",
            "veri",
            "just",
            "get",
            "got",
            "some",
            "ani",
            "someth",
            "somebodi",
            "someon",
            "anyth",
            "anybodi",
            "anyon",
            "it");

    private EnglishWords() {}

    /** The terms of a text, in order. */
    static List<String> terms(String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = ANALYZER.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot be read", e);
        }
        return terms;
    }

    /** The words of a phrase one after the other; the commonest words between them may be any. */
    static PhraseQuery phrase(String field, String text) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        try (TokenStream stream = ANALYZER.tokenStream(field, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            int position = -1;
            while (stream.incrementToken()) {
                position += step.getPositionIncrement();
                phrase.add(new Term(field, term.toString()), position);
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot be read", e);
        }
        return phrase.build();
    }

    /** The terms of a question's words that say what it is about; all of them where none does. */
    static List<String> asked(List<String> words) {
        List<String> all =
                words.stream().flatMap(word -> terms(word).stream()).distinct().toList();
        List<String> telling =
                all.stream().filter(term -> !OF_QUESTIONS.contains(term)).toList();
        return telling.isEmpty() ? all : telling;
    }
}
