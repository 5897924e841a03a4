package dev.clausewatch.crawler.pdf;

import dev.clausewatch.events.Limits;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/**
 * The child process. It reads the length of the PDF (four bytes) and the PDF from the standard input, writes a block a line to the
 * standard output, and tells by its exit code how it went. When its input ends its parent is gone, and so is it.
 */
final class PdfProcess {

    private PdfProcess() {}

    /** Reads one PDF; the argument is the most pages it may have. */
    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(System.in);
        byte[] pdf = new byte[in.readInt()];
        in.readFully(pdf);
        Thread.ofPlatform().daemon().start(() -> endWith(System.in));
        PdfExit exit = read(pdf, Integer.parseInt(arguments[0]), System.out);
        System.out.flush();
        Runtime.getRuntime().halt(exit.code());
    }

    static PdfExit read(byte[] pdf, int mostPages, OutputStream out) throws IOException {
        FontMappers.set(new SubstituteFont());
        List<PdfBlock> blocks;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            if (document.getNumberOfPages() > mostPages) {
                return PdfExit.TOO_MANY_PAGES;
            }
            blocks = PdfBlocks.of(PageLines.of(document), document.getNumberOfPages());
        } catch (InvalidPasswordException e) {
            return PdfExit.ENCRYPTED;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // PDFBox meets files that break every rule with various exceptions.
            return PdfExit.BROKEN;
        }
        if (blocks.isEmpty()) {
            return PdfExit.NO_TEXT;
        }
        String text = blocks.stream().map(PdfBlock::line).collect(Collectors.joining("\n"));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // Labels and levels make it a little larger than the text of the snapshot.
        if (bytes.length > 2 * Limits.TEXT_BYTES) {
            return PdfExit.TEXT_TOO_LARGE;
        }
        out.write(bytes);
        return PdfExit.READ;
    }

    private static void endWith(InputStream parent) {
        try {
            while (parent.read() >= 0) {
                // The parent sends nothing more.
            }
        } catch (IOException e) {
            // The same as its end.
        }
        Runtime.getRuntime().halt(PdfExit.GONE.code());
    }
}
