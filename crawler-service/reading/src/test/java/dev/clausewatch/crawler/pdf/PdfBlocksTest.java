package dev.clausewatch.crawler.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

class PdfBlocksTest {

    private static final String WIDE =
            "You may use the service for any lawful purpose that these terms do not forbid to";

    @Test
    void joinsTheLinesOfAParagraphAndPartsParagraphsAtAGap() {
        assertBlocks(
                new PdfDraft().lines(WIDE, "anyone at all.").gap().lines("Another paragraph stands here."),
                "P0 " + WIDE + " anyone at all.",
                "P0 Another paragraph stands here.");
    }

    @Test
    void partsParagraphsAtAnIndentOrAShortLastLine() {
        assertBlocks(
                new PdfDraft()
                        .indent(20)
                        .lines(WIDE)
                        .indent(-20)
                        .lines("anyone, and so may those who act for them.")
                        .indent(20)
                        .lines("A second one begins with an indent as well."),
                "P0 " + WIDE + " anyone, and so may those who act for them.",
                "P0 A second one begins with an indent as well.");
    }

    @Test
    void joinsAParagraphOverThePageAndWithoutWhatRunsAlongItsEdges() {
        PdfDraft draft = new PdfDraft();
        for (int page = 1; page <= 3; page++) {
            if (page > 1) {
                draft.page();
            }
            draft.at(72, 40).lines("Halvorin Terms of Service").at(72, 100).lines(WIDE);
            draft.at(72, 810)
                    .lines("Confidential")
                    .at(500, 810)
                    .lines("Page " + page + " of 3")
                    .at(72, 114);
        }
        draft.lines("the very end.");
        assertBlocks(draft, "P0 Halvorin Terms of Service", "P0 " + WIDE + " " + WIDE + " " + WIDE + " the very end.");
    }

    @Test
    void keepsWordsApartThatDirectionMarksSurround() {
        assertBlocks(
                new PdfDraft()
                        .marked("governs", "the", "use", "of", "10", "000", "services.")
                        .marked("\u2022", "Address", "your", "needs."),
                "P0 governs the use of 10 000 services.",
                "I0 - Address your needs.");
    }

    @Test
    void keepsRaisedFiguresApart() {
        assertBlocks(
                new PdfDraft()
                        .raised(
                                "outside the Union",
                                "2",
                                " for 10",
                                "6",
                                " users at $100",
                                "3",
                                " or 30",
                                "1",
                                " on the 1",
                                "st",
                                ".")
                        .gap()
                        .raised("", "1", "Where the exporter", "12", "(if any)", "7", "."),
                "P0 outside the Union[2] for 10^6 users at $100[3] or 30[1] on the 1st.",
                "P0 [1] Where the exporter[12] (if any)[7].");
    }

    @Test
    void keepsOnceWhatTheEdgesSayOfDateAndVersion() {
        PdfDraft draft = new PdfDraft();
        for (int page = 1; page <= 3; page++) {
            if (page > 1) {
                draft.page();
            }
            draft.at(72, 40).lines("Halvorin Terms of Service", "Last updated: 14 February 2025");
            draft.at(72, 100).lines(WIDE);
            draft.at(72, 810).lines("Version 7.2").at(500, 810).lines("Page " + page + " of 3");
            draft.at(72, 114);
        }
        draft.lines("the very end.");
        assertBlocks(
                draft,
                "P0 Halvorin Terms of Service",
                "P0 Last updated: 14 February 2025",
                "P0 " + WIDE + " " + WIDE + " " + WIDE + " the very end.",
                "P0 Version 7.2");
    }

    @Test
    void readsColumnsOneAfterTheOther() {
        assertBlocks(
                new PdfDraft()
                        .lines("The left column tells of the", "rights that you have.")
                        .at(320, 100)
                        .lines("The right column tells of", "what you owe for them."),
                "P0 The left column tells of the rights that you have.",
                "P0 The right column tells of what you owe for them.");
    }

    @Test
    void mendsWordsThatALineBreakCut() {
        assertBlocks(
                new PdfDraft()
                        .lines(
                                "You grant us a non-exclusive licence to publish infor-",
                                "mation about the third party, and a non-",
                                "exclusive one for the third-",
                                "party services."),
                "P0 You grant us a non-exclusive licence to publish information about the third party, and a"
                        + " non-exclusive one for the third-party services.");
    }

    @Test
    void takesLargerBolderOrCapitalLinesThatStandApartForHeadings() {
        assertBlocks(
                new PdfDraft()
                        .bold(20, "Terms of Service")
                        .gap()
                        .bold(11, "1. Definitions")
                        .gap()
                        .lines(WIDE, "anyone at all.")
                        .gap()
                        .lines("LIMITATION OF LIABILITY")
                        .gap()
                        .lines("We are liable for nothing."),
                "H1 Terms of Service",
                "H3 1. Definitions",
                "P0 " + WIDE + " anyone at all.",
                "H2 LIMITATION OF LIABILITY",
                "P0 We are liable for nothing.");
    }

    @Test
    void takesNothingForAHeadingWhereAllIsBold() {
        assertBlocks(
                new PdfDraft().bold(11, "Bold as this is").gap().bold(11, "everything here is bold"),
                "P0 Bold as this is",
                "P0 everything here is bold");
    }

    @Test
    void findsItemsTheirDepthAndTheLinesThatHangBelowThem() {
        assertBlocks(
                new PdfDraft()
                        .lines("You must not:")
                        .lines("(a) copy the service, in whole or in part, or have anyone do so in any manner that the")
                        .indent(20)
                        .lines("law forbids;")
                        .lines("\u2022 by hand; or")
                        .lines("\u2022 by machine;")
                        .indent(-20)
                        .lines("(b) sell it."),
                "P0 You must not:",
                "I0 - (a) copy the service, in whole or in part, or have anyone do so in any manner that the law"
                        + " forbids;",
                "I1 - by hand; or",
                "I1 - by machine;",
                "I0 - (b) sell it.");
    }

    @Test
    void doesNotTakeALabelInTheMiddleOfASentenceForAnItem() {
        assertBlocks(
                new PdfDraft()
                        .lines(
                                "Nothing in these terms limits a right that you have under the law, and in particular",
                                "(a) above stays as it is for everybody."),
                "P0 Nothing in these terms limits a right that you have under the law, and in particular (a) above"
                        + " stays as it is for everybody.");
    }

    static void assertBlocks(PdfDraft draft, String... blocks) {
        assertEquals(
                String.join("\n", blocks),
                String.join("\n", read(draft).stream().map(PdfBlock::line).toList()));
    }

    static List<PdfBlock> read(PdfDraft draft) {
        try (PDDocument document = Loader.loadPDF(draft.bytes())) {
            return PdfBlocks.of(PageLines.of(document), document.getNumberOfPages());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
