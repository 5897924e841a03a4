package dev.clausewatch.crawler.extract;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/**
 * The HTML of a page. A tree costs memory per element and not per byte, so tags are counted before there is one; and elements while
 * it grows, because a tag that is left open comes back in every paragraph behind it.
 */
final class Markup {

    /** A page of more is not read: its tree would take the memory of all others. */
    static final int MOST_ELEMENTS = 300_000;

    private final byte[] bytes;
    private final Charset charset;
    private final String url;

    Markup(byte[] bytes, Charset charset, String url) {
        this.bytes = bytes;
        this.charset = charset;
        this.url = url;
    }

    /**
     * How many tags and comments there may be, at most. Bytes are counted, which needs no decoding: every charset of pages has a byte of
     * this value in its less-than sign, and those that have it elsewhere too only raise the number.
     */
    static int tags(byte[] bytes) {
        int tags = 0;
        for (byte one : bytes) {
            if (one == '<') {
                tags++;
            }
        }
        return tags;
    }

    /** The tree; empty when it has too many elements. */
    Optional<Document> tree() {
        if (tags(bytes) > MOST_ELEMENTS) {
            return Optional.empty();
        }
        try (StreamParser parser = new StreamParser(Parser.htmlParser())) {
            Iterator<Element> elements = parser.parse(reader(), url).iterator();
            for (int count = 0; elements.hasNext(); count++) {
                if (count == MOST_ELEMENTS) {
                    return Optional.empty();
                }
                Element unused = elements.next();
            }
            return Optional.of(parser.document());
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    /** Without the byte order mark. */
    private Reader reader() throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(new ByteArrayInputStream(bytes), charset));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static UncheckedIOException inMemory(IOException e) {
        return new UncheckedIOException("Bytes in memory can be read", e);
    }
}
