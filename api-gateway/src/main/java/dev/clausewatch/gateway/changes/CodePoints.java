package dev.clausewatch.gateway.changes;

/** A text by code points, as the offsets of events count it. Offsets beyond its end mean its end. */
final class CodePoints {

    private final int[] points;

    CodePoints(String text) {
        this.points = text.codePoints().toArray();
    }

    int length() {
        return points.length;
    }

    /** The offset, brought within the text. */
    int within(int offset) {
        return Math.max(0, Math.min(offset, points.length));
    }

    String slice(int start, int end) {
        int from = within(start);
        return new String(points, from, Math.max(from, within(end)) - from);
    }
}
