package dev.clausewatch.diff.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.events.StatedDate;
import dev.clausewatch.events.TextFormat;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedDatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Last updated: 3 March 2026               | UPDATED   | 2026-03-03
            **Effective date:** March 3rd, 2026      | EFFECTIVE | 2026-03-03
            These terms were last modified on 2026-03-03. | UPDATED | 2026-03-03
            ## Effective: 13/02/2026                 | EFFECTIVE | 2026-02-13
            Stand: 3. März 2026                      | UPDATED   | 2026-03-03
            En vigueur le 14 juillet 2026            | EFFECTIVE | 2026-07-14
            2026年3月3日                             | OTHER     | 2026-03-03
            Last updated: 03/04/2026                 | UPDATED   |
            Last updated: March 2026                 | UPDATED   |
            """)
    void aDateThatTheDocumentStatesIsReadWithWhatItIsSaidToBe(String text, StatedDate.Label label, LocalDate date) {
        List<StatedDate> found = StatedDates.in("# Terms\n\n" + text + "\n\nYou may leave.\n");
        assertEquals(1, found.size(), found::toString);
        assertEquals(label, found.getFirst().label());
        assertEquals(date, found.getFirst().date());
    }

    @Test
    void twoDatesOfOneLineHaveALabelEachAndOffsetsIntoTheText() {
        String text = "# Terms 🎈\n\nLast updated: 3 March 2026. Effective: 1 April 2026.\n";
        List<StatedDate> found = StatedDates.in(text);
        assertEquals(
                List.of(StatedDate.Label.UPDATED, StatedDate.Label.EFFECTIVE),
                found.stream().map(StatedDate::label).toList());
        for (StatedDate date : found) {
            assertEquals(date.text(), TextFormat.slice(text, date.start(), date.end()));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            You must accept these terms by 3 March 2026 or leave.
            Orders placed before 1 January 2025 follow the old price list.
            """)
    void aDateInsideADutyIsNone(String text) {
        assertEquals(List.of(), StatedDates.in(text));
    }
}
