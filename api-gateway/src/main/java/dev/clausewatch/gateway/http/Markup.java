package dev.clausewatch.gateway.http;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes XML, or HTML that is XML too, element by element: whatever the texts hold stands as text. Characters that XML does not allow are
 * dropped. Not thread-safe.
 */
public final class Markup {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final StringWriter written = new StringWriter();
    private final XMLStreamWriter writer;

    /** Writes nothing yet. */
    public Markup() {
        try {
            this.writer = FACTORY.createXMLStreamWriter(written);
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** The declaration that XML documents begin with. */
    public Markup declaration() {
        return write(() -> writer.writeStartDocument("UTF-8", "1.0"));
    }

    /** Opens an element; attributes are names and values in turn. {@code xmlns} may be one of them. */
    public Markup open(String name, String... attributes) {
        return write(() -> {
            writer.writeStartElement(name);
            attributes(attributes);
        });
    }

    /** An element without content. */
    public Markup empty(String name, String... attributes) {
        return write(() -> {
            writer.writeEmptyElement(name);
            attributes(attributes);
        });
    }

    /** An element with a text. */
    public Markup element(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close();
    }

    /** Words. */
    public Markup text(String words) {
        return write(() -> writer.writeCharacters(allowed(words)));
    }

    /** Closes the element that was opened last. */
    public Markup close() {
        // An element without words is closed by an end tag of its own: to HTML, <ins/> opens one.
        return write(() -> {
            writer.writeCharacters("");
            writer.writeEndElement();
        });
    }

    /** What was written. */
    public String write() {
        write(writer::flush);
        return written.toString();
    }

    /** A text without the characters that XML does not allow: controls, halves of surrogate pairs, U+FFFE and U+FFFF. */
    public static String allowed(String text) {
        if (text.codePoints().allMatch(Markup::isAllowed)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(Markup::isAllowed).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point < 0xD800)
                || (point > 0xDFFF && point < 0xFFFE)
                || point > 0xFFFF;
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            writer.writeAttribute(attributes[i], allowed(attributes[i + 1]));
        }
    }

    /** A step of writing. */
    private interface Step {

        void write() throws XMLStreamException;
    }

    private Markup write(Step step) {
        try {
            step.write();
            return this;
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(XMLStreamException e) {
        return new IllegalStateException("Cannot write markup in memory", e);
    }
}
