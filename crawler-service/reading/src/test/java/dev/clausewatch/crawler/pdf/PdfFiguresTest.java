package dev.clausewatch.crawler.pdf;

import org.junit.jupiter.api.Test;

/** Dates beside page numbers, and raised figures of money and time. */
class PdfFiguresTest {

    private static final String WIDE =
            "You may use the service for any lawful purpose that these terms do not forbid to";

    @Test
    void keepsTheDateThatStandsBesideABarePageNumber() {
        PdfDraft draft = new PdfDraft();
        for (int page = 1; page <= 3; page++) {
            if (page > 1) {
                draft.page();
            }
            draft.at(72, 100).lines(WIDE);
            draft.at(72, 810).lines("Last updated: 14 February 2025 " + page).at(72, 114);
        }
        draft.lines("the very end.");
        PdfBlocksTest.assertBlocks(
                draft, "P0 " + WIDE + " " + WIDE + " " + WIDE + " the very end.", "P0 Last updated: 14 February 2025");
    }

    @Test
    void marksOfNotesBehindAmountsAreNoPowers() {
        PdfBlocksTest.assertBlocks(
                new PdfDraft()
                        .raised("within 30", "2", " days for EUR 100", "3", " or $ 100", "2", " a year")
                        .gap()
                        .raised(
                                "EUR 10",
                                "2",
                                " or $10",
                                "3",
                                ", 10",
                                "4",
                                " EUR, 10",
                                "5",
                                " business days, 10",
                                "6",
                                "%")
                        .gap()
                        .raised("in 2024", "2", " over 12.5", "2", " meters, 24", "1", "/7, 10", "1", "/30"),
                "P0 within 30[2] days for EUR 100[3] or $ 100[2] a year",
                "P0 EUR 10[2] or $10[3], 10[4] EUR, 10[5] business days, 10[6]%",
                "P0 in 2024[2] over 12.5[2] meters, 24[1]/7, 10[1]/30");
    }

    @Test
    void powersAndFractionsKeepTheirFigures() {
        PdfBlocksTest.assertBlocks(
                new PdfDraft()
                        .raised("10", "2", " users, 10", "6", " tokens")
                        .gap()
                        .raised("for 1", "1", "/2 years, ", "3", "/4 of it, 2", "1/", "2 of that"),
                "P0 10^2 users, 10^6 tokens",
                "P0 for 1 1/2 years, 3/4 of it, 2 1/2 of that");
    }
}
