package dev.clausewatch.classifier.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.clausewatch.events.TextFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void placesAreCodePointsOfTheText() {
        String text = "\ud83d\ude80 Ärger with [our policy](https://example.org/privacy) today";
        for (Words.Word word : Words.of(text)) {
            assertEquals(
                    word.text(),
                    TextFormat.slice(text, word.start(), word.end()).toLowerCase(java.util.Locale.ROOT));
        }
    }

    @Test
    void linkTargetsHaveNoWords() {
        List<String> words = texts("see [our policy](https://example.org/privacy) now");
        assertEquals(List.of("see", "our", "policy", "now"), words);
    }

    @Test
    void abbreviationsAndLabelsEndNoSentence() {
        List<Words.Word> words = Words.of("4.2. Use e.g. the App Inc. owns. Next one.");
        assertEquals(0, words.get(words.size() - 3).sentence());
        assertEquals(1, words.get(words.size() - 1).sentence());
    }

    @Test
    void anIntroductionBelongsToTheFirstSentenceAndHasNoPlace() {
        List<Words.Word> words = Words.of("You must not:", "scrape the site. We watch.");
        assertFalse(words.get(0).inText());
        assertEquals(words.get(0).sentence(), words.get(3).sentence());
        assertEquals(0, words.get(3).start());
        assertEquals(1, words.get(words.size() - 1).sentence());
    }

    private static List<String> texts(String text) {
        return Words.of(text).stream().map(Words.Word::text).toList();
    }
}
