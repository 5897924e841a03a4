package dev.clausewatch.crawler.bundle;

import java.nio.ByteBuffer;

/** The lines of a file of records, without their line feeds. */
final class RecordLines {

    private final ByteBuffer rest;
    private int line;

    RecordLines(ByteBuffer file) {
        this.rest = file.duplicate();
    }

    boolean hasNext() {
        return rest.hasRemaining();
    }

    byte[] next() throws BrokenBundleException {
        line++;
        int end = rest.position();
        while (end < rest.limit() && rest.get(end) != '\n') {
            end++;
        }
        if (end == rest.limit()) {
            throw new BrokenBundleException(BundleLayout.RECORDS + " line " + line, "it does not end");
        }
        byte[] bytes = new byte[end - rest.position()];
        rest.get(bytes);
        rest.get();
        return bytes;
    }
}
