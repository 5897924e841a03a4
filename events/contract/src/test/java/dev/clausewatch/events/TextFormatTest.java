package dev.clausewatch.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFormatTest {

    @ParameterizedTest
    @ValueSource(strings = {"characters", "lines", "blocks"})
    void normalizesTheGoldenFiles(String name) throws IOException {
        Path folder = Path.of("src/test/resources/text-format");
        String given = Files.readString(folder.resolve(name + ".given.md"));
        assertEquals(Files.readString(folder.resolve(name + ".expected.md")), TextFormat.normalize(given));
    }

    @ParameterizedTest
    @CsvSource({
        "'a\u200bb', 'ab\n'",
        "'soft\u00adhyphen', 'softhyphen\n'",
        "'non\u00a0breaking\u2003space', 'non breaking space\n'",
        "'e\u0301', '\u00e9\n'",
        "'\ufeffmark', 'mark\n'",
        "'left\u200eto\u202eright', 'lefttoright\n'",
        "'\u0646\u200c\u0645', '\u0646\u200c\u0645\n'",
        "'', ''",
        "'\u200b', ''"
    })
    void leavesOnlyWhatCanBeSeen(String given, String expected) {
        assertEquals(expected, TextFormat.normalize(given));
    }

    @Test
    void normalizingTwiceChangesNothing() {
        long seed = new SplittableRandom().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            String once = TextFormat.normalize(garble(random));
            assertEquals(once, TextFormat.normalize(once), () -> "seed " + seed);
        }
    }

    @Test
    void slicesByCodePoints() {
        assertEquals("b😀", TextFormat.slice("a😀b😀c", 2, 4));
        assertEquals(5, TextFormat.length("a😀b😀c"));
    }

    private static String garble(SplittableRandom random) {
        int[] alphabet = {
            'a', 'e', ' ', ' ', '\n', '\r', '\t', '#', '-', 0x301, 0x327, 0x200b, 0x200d, 0x00a0, 0x2028, 0x1F600,
            0x0646, 0x1100, 0x1161
        };
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(60);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
        }
        return text.toString();
    }

    @Test
    @Timeout(60)
    void aRunOfCombiningMarksIsCutAsNoWritingHasIt() {
        String marks = "a" + "\u0301\u0316".repeat(100_000) + "b";
        String text = TextFormat.normalize(marks + "\n");
        assertTrue(TextFormat.length(text) <= 33, () -> "length " + TextFormat.length(text));
        assertTrue(text.endsWith("b\n"));
        String vietnamese = "Vi\u0323\u0302et Nam";
        assertEquals(vietnamese, TextFormat.withFewMarks(vietnamese));
    }
}
