package dev.clausewatch.classifier.learn;

/** A line of cells with tabs between them, read from left to right; makes no text of a number, of which models have millions. */
final class TabbedLine {

    private final String line;
    private int at;

    TabbedLine(String line) {
        this.line = line;
    }

    boolean hasMore() {
        return at <= line.length();
    }

    /**
     * The next cell.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    String text() {
        int from = at;
        return line.substring(from, pass('\t'));
    }

    /**
     * The next cell as a whole number.
     *
     * @throws NumberFormatException if it is none
     * @throws IndexOutOfBoundsException if there is none
     */
    int number() {
        return number('\t');
    }

    /**
     * What stands before the next of these separators as a whole number.
     *
     * @throws NumberFormatException if it is none
     * @throws IndexOutOfBoundsException if there is none
     */
    int number(char separator) {
        int from = at;
        return Integer.parseInt(line, from, pass(separator), 10);
    }

    /** Goes behind the next separator; returns where it stands, which is the end of the line if there is none. */
    private int pass(char separator) {
        int found = line.indexOf(separator, at);
        int end = found < 0 ? line.length() : found;
        at = end + 1;
        return end;
    }
}
