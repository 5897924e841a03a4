package dev.clausewatch.crawler.bundle;

import java.io.InputStream;
import java.nio.ByteBuffer;

/** Reads a part of a bundle without copying it. */
final class BufferStream extends InputStream {

    private final ByteBuffer rest;

    BufferStream(ByteBuffer bytes) {
        this.rest = bytes.duplicate();
    }

    @Override
    public int read() {
        return rest.hasRemaining() ? rest.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (!rest.hasRemaining()) {
            return length == 0 ? 0 : -1;
        }
        int read = Math.min(length, rest.remaining());
        rest.get(into, offset, read);
        return read;
    }
}
