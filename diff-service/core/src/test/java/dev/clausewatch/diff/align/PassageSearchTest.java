package dev.clausewatch.diff.align;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.diff.segment.Provision;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassageSearchTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatItFindsIsWhatLookingForOneAfterTheOtherFinds(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            String text = words(random, 40);
            List<String> passages = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                passages.add(words(random, 1 + random.nextInt(5)));
            }
            List<String> letters =
                    passages.stream().map(LetterStream::lettersOf).toList();
            int[] expected = letters.stream()
                    .mapToInt(passage -> firstFromAWord(text, passage))
                    .toArray();
            LetterStream stream = new LetterStream(List.of(provision(text)));
            assertArrayEquals(
                    expected, new PassageSearch(letters).firstIn(stream, letters), () -> text + " | " + passages);
        }
    }

    @Test
    void aPassageIsNotFoundFromInsideOfAWord() {
        LetterStream text = new LetterStream(List.of(provision("your services end here now")));
        List<String> passages = List.of("ourservices", "yourservice", "yourservices", "servicesend");
        assertArrayEquals(new int[] {-1, 0, 0, 4}, new PassageSearch(passages).firstIn(text, passages));
    }

    @Test
    void whereItStandsNamesTheProvisions() {
        LetterStream text = new LetterStream(List.of(provision("one two"), provision(""), provision("three four")));
        assertEquals(List.of(0, 2), text.touched(3, 7));
        assertEquals(List.of(2), text.touched(6, 11));
    }

    /** A few words of a few letters, so that passages nest and overlap. */
    private static String words(Random random, int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(random.nextBoolean() ? "a" : random.nextBoolean() ? "ab" : "ba");
        }
        return String.join(" ", words);
    }

    private static int firstFromAWord(String text, String passage) {
        String letters = LetterStream.lettersOf(text);
        int start = 0;
        for (String word : text.split(" ", -1)) {
            if (letters.startsWith(passage, start)) {
                return start;
            }
            start += word.length();
        }
        return -1;
    }

    private static Provision provision(String words) {
        return Provision.of(List.of(), null, words, 0, words.length());
    }
}
