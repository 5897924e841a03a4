package dev.clausewatch.crawler.imports;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.crawler.extract.Extraction;
import dev.clausewatch.crawler.extract.Extractor;
import dev.clausewatch.crawler.extract.Page;
import dev.clausewatch.crawler.imports.ArchivedText.Refused;
import dev.clausewatch.crawler.imports.ArchivedText.Text;
import dev.clausewatch.events.Limits;
import dev.clausewatch.events.Selector;
import dev.clausewatch.events.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Brings the Markdown of an archive into the format of snapshots: as CommonMark with tables and struck-out words to HTML, and that through the extractor
 * of our own captures. So lists, labels, tables and escapes are written as those of a live capture, and the first of these differs
 * from the imported text by what the two extractors saw only. The same input always gives the same text.
 *
 * <p>It reads section by section and remembers what it read: the versions of a document share most of their sections. For as many
 * texts as memory may hold, and for one thread.
 */
final class ArchiveReader {

    /** Turndown nests four lists or quotes at most in our archives; this is more than a reader follows. */
    private static final int DEEPEST = 64;

    /** What joins the sources of a document in an archive; a rule of the page itself is {@code * * *}. */
    private static final String SEPARATOR_MARK = "- - -";

    private static final Pattern SEPARATOR = Pattern.compile("(?m)^" + SEPARATOR_MARK + "[ \\t]*$");

    /** Some address, so that the extractor need not look for one; what was relative is none before. */
    private static final String NOWHERE = "https://archive.invalid/";

    private static final Source WHOLE = new Source(NOWHERE, List.of(Selector.css("body")), List.of(), false);
    private static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            StrikethroughExtension.builder().requireTwoTildes(true).build());
    private static final Parser PARSER =
            Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(DEEPEST).build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .nodeRendererFactory(EmbeddedHtml::new)
            .attributeProviderFactory(context -> ArchiveReader::withoutRelativeAddress)
            .build();
    private static final Extractor EXTRACTOR = new Extractor();

    private final Map<String, Extraction> sections = new HashMap<>();

    /** Reads the text of a file. */
    ArchivedText read(String markdown) {
        if (MarkdownMarks.tooMany(markdown)) {
            return new Refused("too-many-elements", "The text has more Markdown marks than can be read.");
        }
        try {
            List<String> texts = new ArrayList<>();
            for (String source : sources(markdown)) {
                String text = source(source);
                if (!text.isEmpty()) {
                    texts.add(text);
                }
            }
            if (texts.isEmpty()) {
                return new Refused("empty-text", "The file has no text.");
            }
            return new Text(texts.size() == 1 ? texts.getFirst() : Extractor.join(texts));
        } catch (TooLargeException e) {
            return new Refused(FailureReason.TEXT_TOO_LARGE.code(), "The text is larger than can be kept.");
        } catch (StackOverflowError e) {
            // The library's tree is walked by recursion, and a hostile text nests without end.
            return new Refused("nested-too-deeply", "The text nests more deeply than can be read.");
        }
    }

    private static List<String> sources(String markdown) {
        return markdown.contains(SEPARATOR_MARK) ? List.of(SEPARATOR.split(markdown, -1)) : List.of(markdown);
    }

    private static final class TooLargeException extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** One source of a document, normal as its sections are; empty when nothing of it is left. */
    private String source(String markdown) throws TooLargeException {
        StringBuilder text = new StringBuilder();
        for (String section : MarkdownSections.of(markdown)) {
            switch (sections.computeIfAbsent(section, ArchiveReader::extract)) {
                case Extraction.Extracted extracted ->
                    text.append(text.isEmpty() ? "" : "\n").append(extracted.text());
                case Extraction.Rejected rejected -> {
                    switch (rejected.reason()) {
                        case EMPTY_TEXT, SELECT_NO_MATCH -> {}
                        default -> throw new TooLargeException();
                    }
                }
            }
            if (text.length() > Limits.TEXT_BYTES) {
                throw new TooLargeException();
            }
        }
        return text.toString();
    }

    private static Extraction extract(String markdown) {
        String html = MarkdownMarks.restore(HTML.render(PARSER.parse(MarkdownMarks.protect(markdown))));
        byte[] bytes = ("<!doctype html><body>" + html).getBytes(StandardCharsets.UTF_8);
        return EXTRACTOR.extract(new Page(new RawBytes(bytes), "text/html", "utf-8", NOWHERE), WHOLE);
    }

    private static void withoutRelativeAddress(Node node, String tag, Map<String, String> attributes) {
        String address = attributes.get("href");
        if (address != null && !EmbeddedHtml.isAbsolute(address)) {
            attributes.remove("href");
        }
    }
}
