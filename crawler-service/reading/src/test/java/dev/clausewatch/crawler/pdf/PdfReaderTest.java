package dev.clausewatch.crawler.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.pdf.PdfResult.Blocks;
import dev.clausewatch.crawler.pdf.PdfResult.Unreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.Test;

/** Reads PDFs as the crawler does, in a process of its own each. */
class PdfReaderTest {

    private static final PdfLimits SMALL = new PdfLimits(48, Duration.ofSeconds(20), 3, 1);
    private static final PdfReader READER = new PdfReader(SMALL);

    @Test
    void readsTheBlocksOfAPdfAndTheSameOnesEveryTime() {
        byte[] pdf = new PdfDraft()
                .bold(20, "Terms")
                .gap()
                .lines("You may use the service.")
                .bytes();
        List<PdfBlock> blocks = List.of(
                new PdfBlock(PdfBlock.Kind.HEADING, 1, "Terms"),
                new PdfBlock(PdfBlock.Kind.PARAGRAPH, 0, "You may use the service."));
        assertEquals(new Blocks(blocks), READER.read(pdf));
        assertEquals(new Blocks(blocks), READER.read(pdf));
    }

    @Test
    void readsAPdfThatIsProtectedWithoutAPassword() {
        assertInstanceOf(
                Blocks.class, READER.read(new PdfDraft().lines("Read me.").bytes("")));
    }

    @Test
    void saysWhyThereIsNoText() {
        assertReason(FailureReason.PDF_NO_TEXT, new PdfDraft().bytes());
        assertReason(
                FailureReason.PDF_ENCRYPTED, new PdfDraft().lines("Secret.").bytes("password"));
        assertReason(FailureReason.PDF_BROKEN, "%PDF-1.7\nrubbish".getBytes(StandardCharsets.UTF_8));
        assertReason(
                FailureReason.PDF_TOO_MANY_PAGES,
                new PdfDraft().page().page().page().lines("End.").bytes());
    }

    @Test
    void endsAProcessThatNeedsMoreMemoryThanItMayHave() throws IOException {
        byte[] bomb = bomb(100 * 1024 * 1024);
        assertTrue(bomb.length < 1024 * 1024, "small on the wire");
        assertReason(FailureReason.PDF_OUT_OF_MEMORY, bomb);
    }

    @Test
    void endsAProcessThatNeedsMoreTimeThanItMayHave() {
        PdfReader hasty = new PdfReader(new PdfLimits(48, Duration.ofMillis(20), 3, 1));
        Unreadable slow = assertInstanceOf(
                Unreadable.class, hasty.read(new PdfDraft().lines("Terms.").bytes()));
        assertEquals(FailureReason.PDF_TIMEOUT, slow.reason());
    }

    @Test
    void theProcessEndsWhenItsParentIsGone() throws Exception {
        try (ChildProcess child = ChildProcess.start(SMALL)) {
            child.leave();
            assertTrue(child.exit() != 0);
        }
    }

    private static void assertReason(FailureReason reason, byte[] pdf) {
        assertEquals(
                reason, assertInstanceOf(Unreadable.class, READER.read(pdf)).reason());
    }

    /** A page whose content is nothing but spaces, and many of them. */
    private static byte[] bomb(int size) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDStream content = new PDStream(document);
            byte[] spaces = new byte[1024 * 1024];
            Arrays.fill(spaces, (byte) 'x');
            try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
                for (int written = 0; written < size; written += spaces.length) {
                    out.write(spaces);
                }
            }
            page.setContents(content);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        }
    }
}
