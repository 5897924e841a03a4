package dev.clausewatch.classifier.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
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
        List<Phrase.Hit> hits = hits("<you> agree", Map.of("you", "you|customer"), "Customer agrees; customer agree");
        assertEquals(List.of(new Phrase.Hit(2, 4)), hits);
    }

    @Test
    void doesNotCareForCaseHyphensOrCurlyApostrophes() {
        assertTrue(found("non exclusive", "a Non-Exclusive licence"));
        assertTrue(found("don't share", "Don\u2019t share"));
    }

    @Test
    void refusesWhatItCannotRead() {
        for (String broken : List.of("", "the? service", ".. service", "<nobody> agrees", "Service", "a.b")) {
            assertThrows(IllegalArgumentException.class, () -> new PhraseIndex(Map.of()).add(broken), broken);
        }
    }

    @Test
    void staysQuickOnAHostileText() {
        String text = "train ".repeat(50_000);
        String phrase = "train ..9 train ..9 train ..9 train ..9 model train?";
        assertTimeout(
                Duration.ofSeconds(20),
                () -> assertEquals(List.of(), hits(phrase, Map.of(), text.replaceFirst("train", "model"))));
    }

    @Test
    void theShortestHitCounts() {
        assertEquals(List.of(new Phrase.Hit(0, 2)), hits("a ..5 b", Map.of(), "a b b b"));
    }

    private static boolean found(String phrase, String text) {
        return !hits(phrase, Map.of(), text).isEmpty();
    }

    private static List<Phrase.Hit> hits(String phrase, Map<String, String> sets, String text) {
        PhraseIndex index = new PhraseIndex(sets);
        int number = index.add(phrase);
        return index.matcher().hits(Words.of(text)).of(number);
    }
}
