package dev.clausewatch.crawler.imports;

import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.crawler.extract.Extraction;
import dev.clausewatch.crawler.extract.Extractor;
import dev.clausewatch.crawler.extract.Page;
import dev.clausewatch.events.Selector;
import dev.clausewatch.events.Source;
import dev.clausewatch.events.ToolVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Brings the Markdown of an archive into the format of snapshots: as CommonMark with tables to HTML, and that through the extractor
 * of our own captures. So lists, labels, tables and escapes are written as those of a live capture, and the first of these differs
 * from the imported text by what the two extractors saw only. The same input always gives the same text.
 */
sealed interface ArchivedText {

    /** In the format of snapshots; never empty. */
    record Text(String text) implements ArchivedText {}

    /**
     * The file holds no text that could be kept.
     *
     * @param reason stable code
     * @param detail one sentence for people
     */
    record Refused(String reason, String detail) implements ArchivedText {}

    /** Travels with every imported text: this reading's own number, and that of the extractor it ends in. */
    ToolVersion VERSION = new ToolVersion("open-terms-archive", "1/" + Extractor.VERSION.version());

    /** Reads the text of a file. */
    static ArchivedText read(String markdown) {
        if (MarkdownMarks.tooMany(markdown)) {
            return new Refused("too-many-elements", "The text has more Markdown marks than can be read.");
        }
        try {
            return Reader.read(markdown);
        } catch (StackOverflowError e) {
            // The library's tree is walked by recursion, and a hostile text nests without end.
            return new Refused("nested-too-deeply", "The text nests more deeply than can be read.");
        }
    }

    /** The libraries, set up once. */
    final class Reader {

        /** Turndown nests four lists or quotes at most in our archives; this is more than a reader follows. */
        private static final int DEEPEST = 64;

        /** What joins the sources of a document in an archive; a rule of the page itself is {@code * * *}. */
        private static final Pattern SEPARATOR = Pattern.compile("(?m)^- - -[ \\t]*$");

        /** Some address, so that the extractor need not look for one; what was relative is none before. */
        private static final String NOWHERE = "https://archive.invalid/";

        private static final Source WHOLE = new Source(NOWHERE, List.of(Selector.css("body")), List.of(), false);
        private static final List<Extension> TABLES = List.of(TablesExtension.create());
        private static final Parser PARSER =
                Parser.builder().extensions(TABLES).maxOpenBlockParsers(DEEPEST).build();
        private static final HtmlRenderer HTML = HtmlRenderer.builder()
                .extensions(TABLES)
                .nodeRendererFactory(KeptHtml::new)
                .attributeProviderFactory(context -> Reader::withoutRelativeAddress)
                .build();
        private static final Extractor EXTRACTOR = new Extractor();

        private Reader() {}

        static ArchivedText read(String markdown) {
            List<String> texts = new ArrayList<>();
            for (String source : SEPARATOR.split(markdown, -1)) {
                switch (EXTRACTOR.extract(page(source), WHOLE)) {
                    case Extraction.Extracted extracted -> texts.add(extracted.text());
                    case Extraction.Rejected rejected -> {
                        switch (rejected.reason()) {
                            case EMPTY_TEXT, SELECT_NO_MATCH -> {}
                            default -> {
                                return refused(rejected);
                            }
                        }
                    }
                }
            }
            if (texts.isEmpty()) {
                return new Refused("empty-text", "The file has no text.");
            }
            return new Text(texts.size() == 1 ? texts.getFirst() : Extractor.join(texts));
        }

        private static Page page(String markdown) {
            String html = MarkdownMarks.restore(HTML.render(PARSER.parse(MarkdownMarks.protect(markdown))));
            byte[] bytes = ("<!doctype html><body>" + html).getBytes(StandardCharsets.UTF_8);
            return new Page(new RawBytes(bytes), "text/html", "utf-8", NOWHERE);
        }

        private static void withoutRelativeAddress(Node node, String tag, Map<String, String> attributes) {
            String address = attributes.get("href");
            if (address != null && !KeptHtml.isAbsolute(address)) {
                attributes.remove("href");
            }
        }

        private static Refused refused(Extraction.Rejected rejected) {
            return new Refused(rejected.reason().code(), "The text is larger than can be kept.");
        }
    }
}
