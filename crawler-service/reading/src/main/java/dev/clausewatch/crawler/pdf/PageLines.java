package dev.clausewatch.crawler.pdf;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * Takes the lines and tables from PDFBox' text stripper, in the order in which the file writes them: column by column where there are some.
 */
final class PageLines extends PDFTextStripper {

    private static final int SEMIBOLD = 600;

    private final List<PageElement> parts = new ArrayList<>();
    private final List<PageLine> page = new ArrayList<>();
    private final RuledLines rules = new RuledLines();
    private final StringBuilder text = new StringBuilder();
    private final List<Word> words = new ArrayList<>();
    private final List<TextPosition> positions = new ArrayList<>();
    private boolean inMark;

    private PageLines() {
        PathReader.listen(this, rules);
    }

    static List<PageElement> of(PDDocument document) throws IOException {
        PageLines reader = new PageLines();
        reader.writeText(document, Writer.nullWriter());
        return reader.parts;
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
        super.beginMarkedContentSequence(tag, properties);
        String actual = PDMarkedContent.create(tag, properties).getActualText();
        inMark = actual != null && CharacterOrder.isMark(actual);
    }

    @Override
    public void endMarkedContentSequence() {
        super.endMarkedContentSequence();
        inMark = false;
    }

    /** Word processors put direction marks around words, as wide as the gap beside them: without them there is a gap. */
    @Override
    protected void processTextPosition(TextPosition position) {
        if (!inMark && !CharacterOrder.isMark(position.getUnicode())) {
            super.processTextPosition(position);
        }
    }

    @Override
    protected void writeString(String string, List<TextPosition> where) {
        String written = SuperscriptFigures.in(string, where);
        text.append(written);
        positions.addAll(where);
        words.addAll(Word.in(written, where));
    }

    @Override
    protected void writeWordSeparator() {
        text.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writePageEnd() {
        endLine();
        parts.addAll(PageTables.in(page, rules, getCurrentPage().getRotation()));
        page.clear();
        rules.clear();
    }

    @Override
    protected void endArticle() {
        endLine();
    }

    private void endLine() {
        String tidy = CharacterOrder.tidy(text);
        if (!tidy.isEmpty() && !words.isEmpty()) {
            page.add(new PageLine(line(tidy), words));
        }
        text.setLength(0);
        words.clear();
        positions.clear();
    }

    private Line line(String tidy) {
        double left = Double.MAX_VALUE;
        double right = 0;
        Map<Double, Integer> sizes = new TreeMap<>();
        Map<Double, Integer> bases = new TreeMap<>();
        boolean bold = true;
        for (TextPosition position : positions) {
            if (position.getUnicode().isBlank()) {
                continue;
            }
            left = Math.min(left, position.getXDirAdj());
            right = Math.max(right, position.getXDirAdj() + position.getWidthDirAdj());
            sizes.merge(rounded(position.getFontSizeInPt()), 1, Integer::sum);
            bases.merge(rounded(position.getYDirAdj()), 1, Integer::sum);
            bold &= isBold(position.getFont());
        }
        double height = positions.getFirst().getPageHeight();
        return new Line(getCurrentPageNo() - 1, tidy, left, right, most(bases), most(sizes), bold, height);
    }

    private static double rounded(double points) {
        return Math.round(points * 2) / 2.0;
    }

    private static double most(Map<Double, Integer> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0.0);
    }

    private static boolean isBold(PDFont font) {
        String name = String.valueOf(font.getName()).toLowerCase(Locale.ROOT);
        PDFontDescriptor descriptor = font.getFontDescriptor();
        return name.contains("bold")
                || name.contains("black")
                || name.contains("heavy")
                || (descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= SEMIBOLD));
    }
}
