package dev.clausewatch.crawler.pdf;

/**
 * A block of a PDF.
 *
 * @param level of a heading, from 1; of an item, how many items it stands in
 * @param text in one line; an item's begins with its mark or label
 */
public record PdfBlock(Kind kind, int level, String text) {

    /** What it is on the page. */
    public enum Kind {
        HEADING,
        PARAGRAPH,
        ITEM
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
            default -> Kind.PARAGRAPH;
        };
        return new PdfBlock(kind, line.charAt(1) - '0', line.substring(3));
    }
}
