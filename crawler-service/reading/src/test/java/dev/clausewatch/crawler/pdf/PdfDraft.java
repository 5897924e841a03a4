package dev.clausewatch.crawler.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.util.Matrix;

/** A PDF for a test, written line by line; heights are from the upper edge of an A4 page (842 points). */
public final class PdfDraft {

    static {
        // PDFBox would look for the machine's fonts and leave a list of them in the home folder.
        FontMappers.set(new SubstituteFont());
    }

    private static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);
    private static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);
    private static final int LEADING = 14;
    private static final int SIZE = 11;

    /** Between two words of a justified line; a space is 3.06 wide. */
    private static final double GAP = 3.8;

    private final PDDocument document = new PDDocument();
    private PDPage page = new PDPage(PDRectangle.A4);
    private int left = 72;
    private int y = 100;

    /** With one empty page. */
    public PdfDraft() {
        document.addPage(page);
    }

    /** Goes to the next page. */
    public PdfDraft page() {
        page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return at(72, 100);
    }

    /** Goes on there. */
    public PdfDraft at(int newLeft, int newY) {
        left = newLeft;
        y = newY;
        return this;
    }

    /** Goes on so much to the right. */
    public PdfDraft indent(int points) {
        left += points;
        return this;
    }

    /** Lines of 11 points, one under the other. */
    public PdfDraft lines(String... lines) {
        for (String line : lines) {
            write(PLAIN, SIZE, line);
        }
        return this;
    }

    /** A line of parts that stand in turn on it and, smaller, above it. */
    public PdfDraft raised(String... parts) {
        try (PDPageContentStream out = open()) {
            out.beginText();
            out.newLineAtOffset(left, 842 - y);
            for (int i = 0; i < parts.length; i++) {
                boolean above = i % 2 == 1;
                out.setFont(PLAIN, above ? 7 : SIZE);
                out.setTextRise(above ? 5 : 0);
                out.showText(parts[i]);
            }
            out.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        y += LEADING;
        return this;
    }

    /** A line as word processors write it: each word between two direction marks, which are spaces to the font. */
    public PdfDraft marked(String... words) {
        try (PDPageContentStream out = open()) {
            double x = left;
            for (String word : words) {
                mark(out, x, "\u202D");
                show(out, x, word);
                double end = x + PLAIN.getStringWidth(word) * SIZE / 1000;
                mark(out, end, "\u202C");
                x = end + GAP;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        y += LEADING;
        return this;
    }

    private void mark(PDPageContentStream out, double x, String mark) throws IOException {
        COSDictionary properties = new COSDictionary();
        properties.setItem(COSName.ACTUAL_TEXT, new COSString(mark));
        out.beginMarkedContent(COSName.getPDFName("Span"), PDPropertyList.create(properties));
        show(out, x, " ");
        out.endMarkedContent();
    }

    private void show(PDPageContentStream out, double x, String text) throws IOException {
        out.beginText();
        out.setFont(PLAIN, SIZE);
        out.newLineAtOffset((float) x, 842 - y);
        out.showText(text);
        out.endText();
    }

    /** A bold line. */
    public PdfDraft bold(int size, String line) {
        return write(BOLD, size, line);
    }

    /** A line of the page's drawing, which leaves the place of the words. */
    public PdfDraft rule(float x1, float y1, float x2, float y2) {
        return draw(out -> {
            out.moveTo(x1, 842 - y1);
            out.lineTo(x2, 842 - y2);
            out.stroke();
        });
    }

    /** A filled rectangle. */
    public PdfDraft filled(float x, float y, float width, float height) {
        return draw(out -> {
            out.addRect(x, 842 - y - height, width, height);
            out.fill();
        });
    }

    /** The frames of cells, one by one, between those places. */
    public PdfDraft frames(float[] xs, float... ys) {
        return draw(out -> {
            for (int row = 0; row + 1 < ys.length; row++) {
                for (int column = 0; column + 1 < xs.length; column++) {
                    out.addRect(xs[column], 842 - ys[row + 1], xs[column + 1] - xs[column], ys[row + 1] - ys[row]);
                }
            }
            out.stroke();
        });
    }

    /** Draws. */
    PdfDraft draw(Drawing drawing) {
        try (PDPageContentStream out = open()) {
            drawing.on(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** What is drawn on a page. */
    interface Drawing {

        /** Draws it. */
        void on(PDPageContentStream out) throws IOException;
    }

    /** Words on one height, each at its place. */
    public PdfDraft row(int[] lefts, String... words) {
        for (int i = 0; i < words.length; i++) {
            at(lefts[i], y).lines(words[i]).at(lefts[0], y - LEADING);
        }
        return at(lefts[0], y + LEADING);
    }

    /** Lays the page on its side, so that it is shown upright as any other. */
    public PdfDraft sideways() {
        page.setMediaBox(new PDRectangle(842, 595));
        page.setRotation(90);
        return this;
    }

    private PDPageContentStream open() throws IOException {
        PDPageContentStream out =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true);
        if (page.getRotation() == 90) {
            out.transform(new Matrix(0, 1, -1, 0, 842, 0));
        }
        return out;
    }

    /** A gap between two paragraphs. */
    public PdfDraft gap() {
        y += LEADING;
        return this;
    }

    /** The file. */
    public byte[] bytes() {
        return save();
    }

    /** The file, which opens with a password only; an empty one opens it for everybody. */
    public byte[] bytes(String password) {
        try {
            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return save();
    }

    private PdfDraft write(PDFont font, int size, String line) {
        try (PDPageContentStream out = open()) {
            out.beginText();
            out.setFont(font, size);
            out.newLineAtOffset(left, 842 - y);
            out.showText(line);
            out.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        y += LEADING;
        return this;
    }

    private byte[] save() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (document) {
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
