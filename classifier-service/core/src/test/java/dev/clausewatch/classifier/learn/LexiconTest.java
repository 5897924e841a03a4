package dev.clausewatch.classifier.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.clausewatch.classifier.rules.ProvisionInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LexiconTest {

    private static final List<String> WORDS = List.of("you", "we", "may", "not", "sell", "data", "ever", "both");

    @Test
    void wordsAndPairsHaveThePlaceOfTheirEntryWhateverOtherPartsKnow() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<String> entries = entries(random);
            WordNumbers numbers = new WordNumbers(List.of(entries(random), entries));
            Lexicon lexicon = new Lexicon(entries, numbers);
            StringBuilder text = new StringBuilder();
            for (int word = 0; word < 30; word++) {
                text.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextInt(9) == 0 ? ".\n" : " ");
            }
            List<NGrams.Gram> grams =
                    NGrams.ofText(new ProvisionInput("Terms of Service", List.of(), null, text.toString()));

            int[] expected = grams.stream()
                    .mapToInt(gram -> entries.indexOf(gram.text()))
                    .toArray();

            assertArrayEquals(expected, lexicon.places(numbers.of(grams)), text + " in " + entries);
        }
    }

    private static List<String> entries(Random random) {
        TreeSet<String> entries = new TreeSet<>();
        for (int entry = random.nextInt(20); entry >= 0; entry--) {
            String word = WORDS.get(random.nextInt(WORDS.size()));
            entries.add(random.nextBoolean() ? word : word + " " + WORDS.get(random.nextInt(WORDS.size())));
        }
        return new ArrayList<>(entries);
    }
}
