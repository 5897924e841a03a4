package dev.clausewatch.crawler.pdf;

import static dev.clausewatch.crawler.pdf.PdfBlocksTest.assertBlocks;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.crawler.pdf.PdfResult.Blocks;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which parts of a page are tables. Rows are written with a tab between two cells. */
class PdfTablesTest {

    private static final float[] TWO = {72, 200, 330};
    private static final float[] THREE = {72, 200, 330, 460};
    private static final int[] AT_TWO = {76, 204};
    private static final int[] AT_THREE = {76, 204, 334};

    @Test
    void readsARowOfATableThatIsDrawnAsARow() {
        assertBlocks(
                new PdfDraft()
                        .lines("We charge these fees.")
                        .frames(THREE, 110, 130, 150, 170)
                        .at(76, 124)
                        .row(AT_THREE, "Plan", "Fee", "Notice")
                        .at(76, 144)
                        .row(AT_THREE, "Small", "EUR 4.50", "30 days")
                        .at(76, 164)
                        .row(AT_THREE, "Large", "EUR 1,200", "60 days")
                        .at(72, 200)
                        .lines("Taxes are added."),
                "P0 We charge these fees.",
                "R0 Plan\tFee\tNotice",
                "R1 Small\tEUR 4.50\t30 days",
                "R1 Large\tEUR 1,200\t60 days",
                "P0 Taxes are added.");
    }

    @Test
    void readsFilledRectanglesThatAreAsThinAsALineForLines() {
        PdfDraft draft = new PdfDraft();
        for (int y = 110; y <= 170; y += 20) {
            draft.filled(72, y, 258, 0.5f);
        }
        for (float x : TWO) {
            draft.filled(x, 110, 0.5f, 60);
        }
        draft.at(76, 124).row(AT_TWO, "Uptime", "Credit");
        draft.at(76, 144).row(AT_TWO, "below 99.9 %", "10 %");
        draft.at(76, 164).row(AT_TWO, "below 99 %", "25 %");
        assertBlocks(draft, "R0 Uptime\tCredit", "R1 below 99.9 %\t10 %", "R1 below 99 %\t25 %");
    }

    @Test
    void partsTheCellsOfALineThatIsWrittenInOneWithSpaces() {
        assertBlocks(
                new PdfDraft()
                        .frames(TWO, 110, 130, 150)
                        .at(76, 124)
                        .lines("Plan" + " ".repeat(36) + "Fee in $")
                        .at(76, 144)
                        .lines("Small" + " ".repeat(36) + "1 000 000"),
                "R0 Plan\tFee in $",
                "R1 Small\t1 000 000");
    }

    @Test
    void joinsTheLinesOfACellWhateverStandsBesideThem() {
        assertBlocks(
                new PdfDraft()
                        .frames(TWO, 110, 130, 170, 190)
                        .at(76, 124)
                        .row(AT_TWO, "Plan", "Support")
                        .at(76, 150)
                        .lines("Large")
                        .at(204, 143)
                        .lines("by telephone, on", "working days")
                        .at(76, 184)
                        .row(AT_TWO, "Small", "by letter"),
                "R0 Plan\tSupport",
                "R1 Large\tby telephone, on working days",
                "R1 Small\tby letter");
    }

    @Test
    void readsRowsWithoutLinesBetweenThemWhereTheColumnsAreDrawn() {
        assertBlocks(
                new PdfDraft()
                        .frames(TWO, 110, 130, 190)
                        .at(76, 124)
                        .row(AT_TWO, "Plan", "Fee")
                        .at(76, 146)
                        .row(AT_TWO, "Small", "$ 4")
                        .row(AT_TWO, "Middle", "$ 8")
                        .row(AT_TWO, "Large", "$ 12"),
                "R0 Plan\tFee",
                "R1 Small\t$ 4",
                "R1 Middle\t$ 8",
                "R1 Large\t$ 12");
    }

    @Test
    void repeatsACellThatSpansRowsAndWritesOneThatSpansColumnsOnce() {
        PdfDraft draft = new PdfDraft();
        draft.rule(72, 110, 460, 110)
                .rule(72, 130, 460, 130)
                .rule(200, 150, 460, 150)
                .rule(72, 170, 460, 170);
        draft.rule(72, 190, 460, 190)
                .rule(72, 110, 72, 190)
                .rule(200, 110, 200, 190)
                .rule(460, 110, 460, 190);
        draft.rule(330, 130, 330, 190);
        draft.at(76, 124).row(AT_THREE, "Plan", "Fees a year, and what they are for");
        draft.at(76, 154).lines("Small").at(204, 144).row(new int[] {204, 334}, "$ 10", "storage");
        draft.at(204, 164).row(new int[] {204, 334}, "$ 20", "support");
        draft.at(76, 184).row(AT_THREE, "Large", "$ 50", "all");
        assertBlocks(
                draft,
                "R0 Plan\tFees a year, and what they are for\t",
                "R1 Small\t$ 10\tstorage",
                "R1 Small\t$ 20\tsupport",
                "R1 Large\t$ 50\tall");
    }

    @Test
    void goesOnWithATableOnTheNextPage() {
        assertBlocks(
                new PdfDraft()
                        .at(72, 680)
                        .lines("These are the fees.")
                        .frames(TWO, 690, 710, 730)
                        .at(76, 704)
                        .row(AT_TWO, "Plan", "Fee")
                        .at(76, 724)
                        .row(AT_TWO, "Small", "$ 4, a month in")
                        .page()
                        .frames(TWO, 100, 120, 140)
                        .at(204, 114)
                        .lines("advance")
                        .at(76, 134)
                        .row(AT_TWO, "Large", "$ 8")
                        .page()
                        .frames(TWO, 100, 120, 140)
                        .at(76, 114)
                        .row(AT_TWO, "Plan", "Fee")
                        .at(76, 134)
                        .row(AT_TWO, "Huge", "$ 16")
                        .at(72, 200)
                        .lines("That is all."),
                "P0 These are the fees.",
                "R0 Plan\tFee",
                "R1 Small\t$ 4, a month in advance",
                "R1 Large\t$ 8",
                "R1 Huge\t$ 16",
                "P0 That is all.");
    }

    @Test
    void leavesTheTextBesideATableAsItIs() {
        assertBlocks(
                new PdfDraft()
                        .frames(TWO, 110, 130, 150)
                        .at(76, 124)
                        .row(new int[] {76, 204, 350}, "Plan", "Fee", "Fees are due in")
                        .at(76, 138)
                        .row(new int[] {76, 204, 350}, "Small", "$ 4", "advance, each month."),
                "R0 Plan\tFee",
                "R1 Small\t$ 4",
                "P0 Fees are due in advance, each month.");
    }

    @Test
    void findsTheLinesOfAPageThatLiesOnItsSide() {
        assertBlocks(
                new PdfDraft()
                        .sideways()
                        .frames(TWO, 110, 130, 150)
                        .at(76, 124)
                        .row(AT_TWO, "Plan", "Fee")
                        .at(76, 144)
                        .row(AT_TWO, "Small", "$ 4"),
                "R0 Plan\tFee",
                "R1 Small\t$ 4");
    }

    @Test
    void readsAlignedColumnsOfFiguresWithoutDrawnLines() {
        assertBlocks(
                new PdfDraft()
                        .lines("We charge these fees.")
                        .gap()
                        .row(AT_THREE, "Plan", "Monthly fee", "Yearly fee")
                        .row(AT_THREE, "Small", "EUR 4.50", "EUR 45")
                        .row(AT_THREE, "Middle plan", "EUR 9", "EUR 90")
                        .row(AT_THREE, "Large", "free", "EUR 1,200.00")
                        .gap()
                        .lines("Taxes are added."),
                "P0 We charge these fees.",
                "R0 Plan\tMonthly fee\tYearly fee",
                "R1 Small\tEUR 4.50\tEUR 45",
                "R1 Middle plan\tEUR 9\tEUR 90",
                "R1 Large\tfree\tEUR 1,200.00",
                "P0 Taxes are added.");
    }

    @Test
    void takesNoColumnsOfProseForATable() {
        int[] columns = {72, 310};
        assertProse(new PdfDraft()
                .row(columns, "You may use the service for any lawful", "We may end your account with 30 days of")
                .row(columns, "purpose that these terms do not forbid,", "notice, or at once where you broke these")
                .row(columns, "at no more than 100 requests a minute,", "terms 3 times, and you may end it at any")
                .row(columns, "and so may those who act for you.", "time in the settings of your account."));
        assertProse(new PdfDraft()
                .frames(new float[] {66, 300, 540}, 80, 160)
                .at(72, 100)
                .lines("You may use the service for any lawful", "purpose that these terms do not forbid.")
                .at(310, 100)
                .lines("We may end your account with 30 days of", "notice."));
    }

    @Test
    void takesNoListContentsOrAddressesForATable() {
        assertProse(new PdfDraft()
                .row(AT_TWO, "(a)", "10 days for a letter")
                .row(AT_TWO, "(b)", "20 days for a parcel")
                .row(AT_TWO, "(c)", "30 days"));
        assertProse(new PdfDraft()
                .row(AT_TWO, "Definitions", "2")
                .row(AT_TWO, "Fees", "4")
                .row(AT_TWO, "Liability", "7"));
        assertProse(new PdfDraft()
                .row(AT_TWO, "Halvorin Ltd", "Brenmark Inc.")
                .row(AT_TWO, "1 Mill Lane", "20 Station Road")
                .row(AT_TWO, "Ousdale", "Kernow, KY 62701"));
    }

    @Test
    void takesNoTableWhoseRowsAreInDoubt() {
        assertProse(new PdfDraft()
                .row(AT_TWO, "Plan", "Fee")
                .row(AT_TWO, "Small", "EUR 4")
                .row(AT_TWO, "Large", "EUR 8")
                .lines("and its extras")
                .row(AT_TWO, "Huge", "EUR 16"));
        assertProse(new PdfDraft().row(AT_TWO, "Small", "EUR 4").row(AT_TWO, "Large", "EUR 8"));
        assertProse(new PdfDraft()
                .frames(TWO, 110, 130, 190)
                .at(76, 124)
                .row(AT_TWO, "Plan", "Fee")
                .at(76, 146)
                .row(AT_TWO, "Small", "$ 4")
                .lines("Middle")
                .row(AT_TWO, "Large", "$ 12"));
    }

    @Test
    void takesNoTableWithACellThatIsNoRectangle() {
        assertProse(new PdfDraft()
                .rule(72, 110, 330, 110)
                .rule(72, 110, 72, 150)
                .rule(330, 110, 330, 150)
                .rule(200, 130, 200, 150)
                .rule(200, 130, 330, 130)
                .frames(TWO, 150, 170, 190)
                .at(76, 124)
                .row(AT_TWO, "Plan", "Support")
                .at(76, 144)
                .row(AT_TWO, "Small", "letters")
                .at(76, 164)
                .row(AT_TWO, "Large", "calls")
                .at(76, 184)
                .row(AT_TWO, "Huge", "visits"));
    }

    @Test
    void takesNoTableWhoseWordsCrossItsLines() {
        assertProse(new PdfDraft()
                .frames(TWO, 110, 130, 150)
                .at(76, 124)
                .row(AT_TWO, "Plan", "Fee")
                .at(76, 144)
                .lines("All of our plans are free for 30 days"));
    }

    @Test
    void leavesOutATableThatRunsAlongTheEdges() {
        PdfDraft draft = new PdfDraft();
        for (int page = 1; page <= 3; page++) {
            if (page > 1) {
                draft.page();
            }
            draft.frames(TWO, 20, 40, 60).at(76, 34).row(AT_TWO, "Document", "Terms");
            draft.at(76, 54).row(AT_TWO, "Page", page + " of 3").at(72, 120).lines("Words of a page.");
        }
        assertBlocks(draft, "P0 Document Terms", "P0 Words of a page.", "P0 Words of a page.", "P0 Words of a page.");
    }

    @Test
    void aPageOfManyLinesIsReadInTimeAndHasNoTable() {
        PdfDraft draft = new PdfDraft().draw(out -> {
            for (int i = 0; i < 50_000; i++) {
                float at = i * 5;
                out.moveTo(0, at);
                out.lineTo(250_000, at);
                out.moveTo(at, 0);
                out.lineTo(at, 250_000);
            }
            out.stroke();
        });
        PdfReader reader = new PdfReader(new PdfLimits(48, Duration.ofSeconds(20), 3, 1));
        assertEquals(
                new Blocks(List.of(new PdfBlock(PdfBlock.Kind.PARAGRAPH, 0, "You may use the service."))),
                reader.read(draft.lines("You may use the service.").bytes()));
    }

    private static void assertProse(PdfDraft draft) {
        assertEquals(
                List.of(),
                PdfBlocksTest.read(draft).stream()
                        .filter(block -> block.kind() == PdfBlock.Kind.ROW)
                        .toList());
    }
}
