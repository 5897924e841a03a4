package dev.clausewatch.crawler.proxy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The start line and the header fields of an HTTP/1.1 message (RFC 9112).
 *
 * @param startLine without its line end
 * @param fields in order
 */
record MessageHead(String startLine, List<Field> fields) {

    /** Chromium sends and takes no more than 256 KiB; pages need a fraction. */
    private static final int LONGEST = 64 * 1024;

    MessageHead {
        fields = List.copyOf(fields);
    }

    /** A header field; the name in lower case. */
    record Field(String name, String value) {}

    /** Reads up to the empty line and not a byte further. */
    static MessageHead read(InputStream in) throws IOException {
        List<Field> fields = new ArrayList<>();
        int[] left = {LONGEST};
        String start = line(in, left);
        for (String line = line(in, left); !line.isEmpty(); line = line(in, left)) {
            int colon = line.indexOf(':');
            // A folded or nameless line is how requests are smuggled.
            if (colon < 1 || line.charAt(0) <= ' ' || line.charAt(colon - 1) <= ' ') {
                throw new IOException("Not a header field");
            }
            fields.add(new Field(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip()));
        }
        return new MessageHead(start, fields);
    }

    private static String line(InputStream in, int[] left) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The connection ended within the head of a message");
            }
            if (--left[0] < 0 || next == 0) {
                throw new IOException("Not the head of a message");
            }
            line.append((char) next);
        }
        int length = line.length();
        if (length > 0 && line.charAt(length - 1) == '\r') {
            line.setLength(length - 1);
        }
        if (line.indexOf("\r") >= 0) {
            throw new IOException("Not the head of a message");
        }
        return line.toString();
    }

    @Nullable
    String first(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .findFirst()
                .orElse(null);
    }

    boolean has(String name) {
        return first(name) != null;
    }

    /** The message's bytes with another start line, without some fields and with others. */
    byte[] with(String start, Predicate<String> dropped, String more) {
        StringBuilder text = new StringBuilder(start).append("\r\n");
        for (Field field : fields) {
            if (!dropped.test(field.name())) {
                text.append(field.name()).append(": ").append(field.value()).append("\r\n");
            }
        }
        return text.append(more).append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
