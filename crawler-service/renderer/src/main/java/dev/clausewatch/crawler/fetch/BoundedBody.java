package dev.clausewatch.crawler.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPInputStream;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a body with a limit on what comes over the wire, on what it becomes decompressed, and on the ratio of the two. */
final class BoundedBody {

    /** The encodings that can be read. */
    static final String ACCEPTED = "gzip, br";

    /** Text compresses to a tenth or a fiftieth; what grows more is a bomb. */
    private static final int RATIO = 200;

    /** Below this size the ratio says nothing. */
    private static final int RATIO_FROM = 1024 * 1024;

    /** A Brotli stream may ask for a window of 16 MiB, so only few are decompressed at the same time. */
    private static final Semaphore BROTLI = new Semaphore(2);

    private BoundedBody() {}

    /** More than the limit, in one way or the other; the message says which. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;

        TooLargeException(String message) {
            super(message);
        }
    }

    /** Compressed in a way that was not asked for. */
    static final class UnknownEncodingException extends IOException {
        private static final long serialVersionUID = 1;

        UnknownEncodingException(String encoding) {
            super("the content encoding is " + encoding + ", although only gzip and br were asked for");
        }
    }

    static byte[] read(InputStream wire, @Nullable String encoding, int limit) throws IOException {
        CountingStream counted = new CountingStream(wire, limit);
        String name = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "identity", "" -> drain(counted, counted, limit);
            case "gzip", "x-gzip" -> {
                try (InputStream decoded = new GZIPInputStream(counted, 8192)) {
                    yield drain(decoded, counted, limit);
                }
            }
            case "br" -> brotli(drain(counted, counted, limit), limit);
            default -> throw new UnknownEncodingException(name);
        };
    }

    /** The whole stream is there before it is decompressed: a slow server does not keep others from it. */
    private static byte[] brotli(byte[] packed, int limit) throws IOException {
        CountingStream counted = new CountingStream(new ByteArrayInputStream(packed), limit);
        BROTLI.acquireUninterruptibly();
        try (InputStream decoded = new BrotliInputStream(counted)) {
            return drain(decoded, counted, limit);
        } finally {
            BROTLI.release();
        }
    }

    private static byte[] drain(InputStream in, CountingStream wire, int limit) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(32 * 1024);
        byte[] buffer = new byte[16 * 1024];
        int read;
        while ((read = in.read(buffer)) >= 0) {
            out.write(buffer, 0, read);
            if (out.size() > limit) {
                throw new TooLargeException("the page is larger than %d bytes".formatted(limit));
            }
            if (in != wire && out.size() > RATIO_FROM && out.size() > RATIO * wire.count) {
                throw new TooLargeException(
                        "the page grows to more than %d times its compressed size".formatted(RATIO));
            }
        }
        return out.toByteArray();
    }

    private static final class CountingStream extends FilterInputStream {

        private final int limit;
        private long count;

        CountingStream(InputStream in, int limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            return value < 0 ? value : counted(1, value);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            return read < 0 ? read : counted(read, read);
        }

        private int counted(int bytes, int result) throws IOException {
            count += bytes;
            if (count > limit) {
                throw new TooLargeException("the page is larger than %d bytes".formatted(limit));
            }
            return result;
        }
    }
}
