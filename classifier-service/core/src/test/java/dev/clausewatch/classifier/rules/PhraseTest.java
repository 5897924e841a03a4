package dev.clausewatch.classifier.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhraseTest {

    @Test
    void findsWordsOneBehindTheOther() {
        assertTrue(found("class action", "You waive any class action."));
        assertFalse(found("class action", "A class of action."));
    }

    @Test
    void findsStemsAndAlternatives() {
        assertTrue(found("sell|rent* access", "Never renting access."));
        assertFalse(found("sell access", "selling access"));
    }

    @Test
    void bridgesGapsButNotSentences() {
        assertTrue(found("train ..3 model*", "train our own big models"));
        assertFalse(found("train ..3 model*", "train our own very big models"));
        assertFalse(found("train ..9 model*", "We train. Your models are yours."));
    }

    @Test
    void leavesOptionalWordsOut() {
        assertTrue(found("use the? service", "use service"));
        assertTrue(found("use the? service", "use the service"));
        assertFalse(found("use the? service", "use that service"));
    }

    @Test
    void knowsTheWordSetsOfTheVocabulary() {
        Phrase phrase = Phrase.parse("<you> agree", Map.of("you", "you|customer"));
        assertTrue(phrase.at(Words.of("Customer agrees; customer agree"), 2).isPresent());
    }

    @Test
    void doesNotCareForCaseHyphensOrCurlyApostrophes() {
        assertTrue(found("non exclusive", "a Non-Exclusive licence"));
        assertTrue(found("don't share", "Don\u2019t share"));
    }

    @Test
    void refusesWhatItCannotRead() {
        for (String broken : List.of("", "the? service", ".. service", "<nobody> agrees", "Service", "a.b")) {
            assertThrows(IllegalArgumentException.class, () -> Phrase.parse(broken, Map.of()), broken);
        }
    }

    @Test
    void staysQuickOnAHostileText() {
        String text = "train ".repeat(50_000);
        Phrase phrase = Phrase.parse("train ..9 train ..9 train ..9 train ..9 model", Map.of());
        List<Words.Word> words = Words.of(text);
        assertTimeout(
                Duration.ofSeconds(20),
                () -> IntStream.range(0, words.size())
                        .forEach(i -> assertTrue(phrase.at(words, i).isEmpty())));
    }

    @Test
    void theShortestHitCounts() {
        Phrase phrase = Phrase.parse("a ..5 b", Map.of());
        assertEquals(2, phrase.at(Words.of("a b b b"), 0).map(Phrase.Hit::to).orElseThrow());
    }

    private static boolean found(String phrase, String text) {
        PhraseIndex index = new PhraseIndex(Map.of());
        index.add(phrase);
        return !index.hits(Words.of(text)).isEmpty();
    }
}
