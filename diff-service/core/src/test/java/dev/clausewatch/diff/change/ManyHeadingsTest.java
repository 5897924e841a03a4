package dev.clausewatch.diff.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.clausewatch.events.ChangeKind;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManyHeadingsTest {

    private static final String LEVELS = "# z\n\n## z\n\n### z\n\n#### z\n\n##### z\n\n###### z\n\n";

    /** Sections that all have another heading, before headings without clauses: as many as are cut one by one, and more. */
    @ParameterizedTest
    @ValueSource(ints = {90, 20_000})
    void aTextFullOfHeadingsKeepsTheDifferBusyNoLongerThanOneFullOfClauses(int levels) {
        String tail = LEVELS.repeat(levels);
        Story story = new Story();
        story.captured(sections("Alpha") + tail);
        assertEquals(
                ChangeKind.SUBSTANTIVE,
                assertTimeout(Duration.ofSeconds(15), () -> story.captured(sections("Beta") + tail))
                        .verdict()
                        .kind());
    }

    private static String sections(String title) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 9_900; i++) {
            text.append("## %s %s\n\nThe %s pays %s.\n\n".formatted(title, word(i), word(i * 7 + 3), word(i)));
        }
        return text.toString();
    }

    /** A number in letters. */
    private static String word(int number) {
        StringBuilder word = new StringBuilder("x");
        for (char digit : Integer.toString(number).toCharArray()) {
            word.append((char) ('a' + digit - '0'));
        }
        return word.toString();
    }
}
