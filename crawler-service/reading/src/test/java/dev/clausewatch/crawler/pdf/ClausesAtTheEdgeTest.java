package dev.clausewatch.crawler.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A clause at the edge of pages is no header or footer, whatever stands at the same place of other pages. */
class ClausesAtTheEdgeTest {

    private static final List<String> PAGES = List.of(
            "You may leave at any time and take what you wrote with you, free of charge.",
            "We answer mail within ten working days of its coming in at our office.",
            "Orders are sent by post to the address that the buyer has written down.",
            "A parcel that nobody takes in goes back to where it came from by itself.");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You waive your right to a jury trial.",
                "NO REFUNDS",
                "Fees already paid stay with Halvorin",
                "Gerichtsstand f\u00fcr alle Streitigkeiten ist Wien",
                "Version 7.2"
            })
    void aSentenceOnEachPageIsKeptOnce(String clause) {
        assertEquals(withEnd(3, clause), read(feet(clause, clause, clause)));
    }

    @Test
    void aShortSentenceOfTwoLinesIsOneParagraph() {
        PdfDraft draft = new PdfDraft();
        for (int page = 1; page <= 3; page++) {
            begin(draft, page).at(72, 790).lines("NO REFUNDS FOR", "ANY REASON", "Page " + page);
        }
        assertEquals(withEnd(3, "NO REFUNDS FOR ANY REASON"), read(draft));
    }

    @Test
    void aSentenceOfSeveralLinesIsOneParagraph() {
        PdfDraft draft = new PdfDraft();
        for (int page = 1; page <= 3; page++) {
            begin(draft, page).at(72, 790);
            draft.lines("Whoever opens the parcel takes the terms of the seller as they are, and the courts of")
                    .lines("Wien hear every dispute about them, with no", "appeal. " + page);
        }
        assertEquals(
                withEnd(
                        3,
                        "Whoever opens the parcel takes the terms of the seller as they are, and the courts of Wien hear"
                                + " every dispute about them, with no appeal."),
                read(draft));
    }

    @Test
    void aSentenceAtTheHeadStandsWhereTheFirstPageBegins() {
        PdfDraft draft = new PdfDraft();
        for (int page = 1; page <= 3; page++) {
            (page == 1 ? draft : draft.page()).at(72, 40).lines("No Refunds For", "Any Reason " + page);
            draft.at(72, 100).lines(PAGES.get(page - 1));
        }
        List<String> all = new ArrayList<>(PAGES.subList(0, 3));
        all.addAll(0, List.of("No Refunds For", "Any Reason"));
        assertEquals(all, read(draft));
    }

    @ParameterizedTest
    @CsvSource({
        "Plan A costs 10 euros, Plan A costs 900 euros",
        "Plan A costs 10 euros, Plan A costs 11 euros",
        "Annex 1, Annex 2",
        "10, 900",
        "EUR 4.10, EUR 4.11",
        "Fee: $10, Fee: $11"
    })
    void figuresThatAreNoPageNumbersAreKept(String first, String second) {
        assertEquals(List.of(PAGES.get(0), first, PAGES.get(1), second), read(feet(first, second)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#",
                "- # -",
                "Page # of 4",
                "#/4",
                "Seite # von 4",
                "Sida # (4)",
                "A-#",
                "Halvorin Terms of Service",
                "Halvorin Terms of Service #",
                "# | Halvorin Terms of Service",
                "Halvorin Terms # Confidential",
                "Halvorin Terms of Service - Page # of 4",
                "Confidential"
            })
    void pageNumbersAndTitlesAreLeftOutAtWhateverPageTheyStand(String foot) {
        assertEquals(
                PAGES,
                read(feet(Stream.of("1", "2", "3", "4")
                        .map(page -> foot.replace("#", page))
                        .toArray(String[]::new))));
        assertEquals(
                PAGES,
                read(feet(Stream.of("11", "12", "13", "14")
                        .map(page -> foot.replace("#", page))
                        .toArray(String[]::new))));
    }

    @Test
    void smallRomanPageNumbersAreLeftOutBesideOthers() {
        assertEquals(PAGES, read(feet("iii", "iv", "1", "2")));
    }

    @Test
    void whereThePagesBreakMakesNoDifference() {
        assertEquals(read(broken(2)), read(broken(1)));
        assertEquals(withEnd(4, "NO REFUNDS"), read(broken(1)));
    }

    private static PdfDraft broken(int perPage) {
        PdfDraft draft = new PdfDraft();
        for (int i = 0; i < PAGES.size(); i += perPage) {
            (i == 0 ? draft : draft.page()).at(72, 100);
            for (int j = i; j < i + perPage; j++) {
                draft.lines(PAGES.get(j)).gap();
            }
            draft.at(72, 770).lines("Halvorin Terms of Service", "NO REFUNDS", "Page " + (i / perPage + 1));
        }
        return draft;
    }

    @Test
    void aWrongPageNumberIsLeftOutWhereTheOthersStand() {
        assertEquals(PAGES, read(feet("1", "2", "10", "20")));
        assertEquals(
                List.of(PAGES.get(0), PAGES.get(1), "900"),
                read(feet("1", "2").at(72, 780).lines("900")));
    }

    private static PdfDraft feet(String... feet) {
        PdfDraft draft = new PdfDraft();
        for (int i = 0; i < feet.length; i++) {
            begin(draft, i + 1).at(72, 800).lines(feet[i]);
        }
        return draft;
    }

    private static PdfDraft begin(PdfDraft draft, int page) {
        return (page == 1 ? draft : draft.page()).at(72, 100).lines(PAGES.get(page - 1));
    }

    private static List<String> withEnd(int pages, String end) {
        List<String> all = new ArrayList<>(PAGES.subList(0, pages));
        all.add(end);
        return all;
    }

    private static List<String> read(PdfDraft draft) {
        return PdfBlocksTest.read(draft).stream().map(PdfBlock::text).toList();
    }
}
