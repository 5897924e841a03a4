package dev.clausewatch.crawler.pdf;

import java.util.List;

/**
 * A block of a PDF.
 *
 * @param level of a heading, from 1; of an item, how many items it stands in; of a row, 0 for the first of its table
 * @param text in one line; an item's begins with its mark or label
 */
public record PdfBlock(Kind kind, int level, String text) {

    /** What it is on the page. */
    public enum Kind {
        HEADING,
        PARAGRAPH,
        ITEM,
        /** Of a table; its text holds the cells, with tabs between them. */
        ROW
    }

    static PdfBlock row(boolean first, List<String> cells) {
        return new PdfBlock(Kind.ROW, first ? 0 : 1, String.join("\t", cells));
    }

    /** The cells of a row. */
    public List<String> cells() {
        return List.of(text.split("\t", -1));
    }

    /** One line for the pipe between the processes. */
    String line() {
        return kind.name().charAt(0) + Integer.toString(level) + " " + text;
    }

    /** Reads what {@link #line} wrote; the level is one digit. */
    static PdfBlock of(String line) {
        Kind kind = switch (line.charAt(0)) {
            case 'H' -> Kind.HEADING;
            case 'I' -> Kind.ITEM;
            case 'R' -> Kind.ROW;
            default -> Kind.PARAGRAPH;
        };
        return new PdfBlock(kind, line.charAt(1) - '0', line.substring(3));
    }
}
