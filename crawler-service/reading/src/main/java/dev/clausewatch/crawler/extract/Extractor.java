package dev.clausewatch.crawler.extract;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.extract.Extraction.Extracted;
import dev.clausewatch.crawler.extract.Extraction.Rejected;
import dev.clausewatch.crawler.pdf.PdfLimits;
import dev.clausewatch.crawler.pdf.PdfReader;
import dev.clausewatch.crawler.pdf.PdfResult;
import dev.clausewatch.events.Limits;
import dev.clausewatch.events.Source;
import dev.clausewatch.events.TextFormat;
import dev.clausewatch.events.ToolVersion;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;

/**
 * The facade of this package: the text of a page as its source declares it. The same input always gives the same text; a change
 * that makes it another needs another {@link #VERSION}.
 */
public final class Extractor {

    /** Travels with every text. */
    public static final ToolVersion VERSION = new ToolVersion("clausewatch-blocks", "5");

    private static final String PLAIN = "text/plain";
    private static final String MARKDOWN = "text/markdown";
    private static final String MARKDOWN_UNREGISTERED = "text/x-markdown";

    private static final String PDF = "application/pdf";

    /** Memory of a tag in a tree: an element, often with a text. */
    private static final long TAG_BYTES = 100;

    private static final String TOO_MANY_ELEMENTS =
            "The page has more than %d HTML elements, more than can be read; declare another page."
                    .formatted(Markup.MOST_ELEMENTS);

    private static final String ADVICE = " Look whether the page was rebuilt, and correct the declaration.";

    private static final String TEXT_TOO_LARGE =
            "The text has more than %d bytes, more than is kept; select less of the page.".formatted(Limits.TEXT_BYTES);

    private final PdfReader pdfs;

    /** Reads PDFs within the usual limits. */
    public Extractor() {
        this(new PdfReader(PdfLimits.USUAL));
    }

    /** Reads PDFs with a reader. */
    public Extractor(PdfReader pdfs) {
        this.pdfs = pdfs;
    }

    /** How much of our memory the reading of a page takes, in bytes and roughly: pages are compared by it. */
    public long weight(Page page) {
        if (hasOwnProcess(page)) {
            // Another process has the tree, and this one only waits.
            return 0;
        }
        int size = page.body().size();
        return isHtml(page) ? Math.max(size, Markup.tags(page.body().array()) * TAG_BYTES) : size;
    }

    /** Whether a page is read in a process of its own, which has its own limits. */
    public static boolean hasOwnProcess(Page page) {
        return mediaType(page).equals(PDF);
    }

    /** Reads a page; an interrupt ends it. */
    public Extraction extract(Page page, Source source) {
        try {
            return read(page, source);
        } catch (TextBudget.ExceededException e) {
            return new Rejected(FailureReason.TEXT_TOO_LARGE, TEXT_TOO_LARGE);
        } catch (ExtractionAbortedException e) {
            return e.rejected();
        }
    }

    private Extraction read(Page page, Source source) {
        String text;
        switch (mediaType(page)) {
            case PLAIN -> text = PlainText.blocks(decode(page), false);
            case MARKDOWN, MARKDOWN_UNREGISTERED -> text = PlainText.blocks(decode(page), true);
            case PDF -> {
                switch (pdfs.read(page.body().array())) {
                    case PdfResult.Blocks read -> text = PdfText.of(read.blocks());
                    case PdfResult.Unreadable none -> {
                        return new Rejected(none.reason(), none.detail());
                    }
                }
            }
            default -> {
                Optional<Document> document = markup(page).tree();
                if (document.isEmpty()) {
                    return new Rejected(FailureReason.TOO_MANY_ELEMENTS, TOO_MANY_ELEMENTS);
                }
                Obfuscation.resolve(document.get());
                Selection selection = Selection.of(document.get(), source);
                if (selection instanceof Selection.Missing missing) {
                    return new Rejected(FailureReason.SELECT_NO_MATCH, missing.detail() + ADVICE);
                }
                text = BlockReader.read((Selection.Found) selection);
            }
        }
        String normal = TextFormat.normalize(text);
        return normal.isEmpty()
                ? new Rejected(FailureReason.EMPTY_TEXT, "What is selected has no text." + ADVICE)
                : new Extracted(normal);
    }

    /** The texts of several sources as one. */
    public static String join(List<String> texts) {
        return TextFormat.normalize(String.join(
                TextFormat.SOURCE_SEPARATOR + "\n\n",
                texts.stream().map(text -> text + "\n").toList()));
    }

    /** Whether a page is markup, not plain text. */
    public static boolean isHtml(Page page) {
        return switch (mediaType(page)) {
            case PLAIN, MARKDOWN, MARKDOWN_UNREGISTERED, PDF -> false;
            default -> true;
        };
    }

    private static String mediaType(Page page) {
        return page.mediaType() == null ? "text/html" : page.mediaType();
    }

    /** The tree of a page; empty when it has more elements than can be read. */
    public static Optional<Document> tree(Page page) {
        return markup(page).tree();
    }

    static Markup markup(Page page) {
        return new Markup(page.body().array(), PageCharset.of(page.body().array(), page.charset(), true), page.url());
    }

    private static String decode(Page page) {
        byte[] bytes = page.body().array();
        String text = new String(bytes, PageCharset.of(bytes, page.charset(), false));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
