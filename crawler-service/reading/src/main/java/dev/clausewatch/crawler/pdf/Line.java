package dev.clausewatch.crawler.pdf;

/**
 * A line of a page. Lengths are in points; the origin is the page's upper left corner.
 *
 * @param page from 0
 * @param left where its first character begins
 * @param right where its last one ends
 * @param base of its characters
 * @param size of most of its characters
 * @param bold whether all of its letters are
 * @param height of the page
 */
record Line(int page, String text, double left, double right, double base, double size, boolean bold, double height)
        implements PageElement {

    /** How far from an edge of the page headers and footers stand, as a share of its height. */
    private static final double EDGE = 0.1;

    /** With other words at its place. */
    Line with(String words) {
        return new Line(page, words, left, right, base, size, bold, height);
    }

    boolean isTop() {
        return base < height * EDGE;
    }

    boolean isNearEdge() {
        return isTop() || base > height * (1 - EDGE);
    }

    double middle() {
        return (left + right) / 2;
    }

    /** Roughly, as if all characters were of one width. A sign or two belong to the word behind them. */
    double firstWordWidth() {
        int end = text.indexOf(' ', Math.min(3, text.length()));
        return (right - left) * (end < 0 ? text.length() : end) / text.length();
    }

    double spaceWidth() {
        return size / 4;
    }
}
