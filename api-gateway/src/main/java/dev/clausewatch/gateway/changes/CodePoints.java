package dev.clausewatch.gateway.changes;

/** A text by code points, as the offsets of events count it. Offsets beyond its end mean its end. */
public final class CodePoints {

    private final int[] points;

    /** Takes a text apart. */
    public CodePoints(String text) {
        this.points = text.codePoints().toArray();
    }

    int length() {
        return points.length;
    }

    /** The offset, brought within the text. */
    int within(int offset) {
        return Math.max(0, Math.min(offset, points.length));
    }

    /** The code points from start to before end. */
    public String slice(int start, int end) {
        int from = within(start);
        return new String(points, from, Math.max(from, within(end)) - from);
    }
}
