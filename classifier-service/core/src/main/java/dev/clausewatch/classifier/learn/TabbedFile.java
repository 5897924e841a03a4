package dev.clausewatch.classifier.learn;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A gzipped text of lines that have cells with tabs between them, read from left to right. Makes no text of a number, of which models have
 * millions.
 */
final class TabbedFile {

    private static final int MOST_DIGITS = 9;

    private final byte[] bytes;
    private int at;

    /**
     * The beginning of a file.
     *
     * @throws IOException if it is no gzip file
     */
    TabbedFile(byte[] gzipped) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzipped), 1 << 16)) {
            this.bytes = in.readAllBytes();
        }
    }

    /** Whether there is a further line. */
    boolean hasMoreLines() {
        return at < bytes.length;
    }

    /** Whether the line goes on behind the cell that was read last. */
    boolean hasMoreCells() {
        return at > 0 && at <= bytes.length && bytes[at - 1] == '\t';
    }

    /**
     * The rest of the line.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    List<String> cells() {
        List<String> cells = new ArrayList<>(List.of(text()));
        while (hasMoreCells()) {
            cells.add(text());
        }
        return cells;
    }

    /** How many cells are left of the line. */
    int countCells() {
        int cells = 1;
        for (int i = at; i < bytes.length && bytes[i] != '\n'; i++) {
            cells += bytes[i] == '\t' ? 1 : 0;
        }
        return cells;
    }

    /**
     * The next cell.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    String text() {
        int from = at;
        int end = from;
        while (end < bytes.length && bytes[end] != '\t' && bytes[end] != '\n') {
            end++;
        }
        if (from >= bytes.length) {
            throw new IndexOutOfBoundsException("The file ends too early");
        }
        at = end + 1;
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    /**
     * What stands before the next separator, which is a tab, a colon or the end of the line, as a whole number of at most nine digits.
     *
     * @throws NumberFormatException if it is none
     */
    int number() {
        boolean negative = byteAt(at) == '-';
        int from = negative ? at + 1 : at;
        int end = from;
        int number = 0;
        byte next = byteAt(end);
        while (next >= '0' && next <= '9') {
            number = number * 10 + next - '0';
            next = byteAt(++end);
        }
        if (end == from || end > from + MOST_DIGITS || !(next == '\t' || next == '\n' || next == ':')) {
            throw new NumberFormatException("Not a whole number at byte " + at);
        }
        at = end + 1;
        return negative ? -number : number;
    }

    private byte byteAt(int place) {
        return place < bytes.length ? bytes[place] : (byte) '\n';
    }
}
