package dev.clausewatch.crawler;

import dev.clausewatch.events.Ids;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The bytes of a page as they came, decompressed, with their SHA-256. Nobody writes to the array. */
public final class RawBytes {

    private final byte[] bytes;
    private final String sha256;
    private byte @Nullable [] gzip;

    public RawBytes(byte[] bytes) {
        this.bytes = bytes;
        this.sha256 = Ids.sha256(bytes);
    }

    /** The array itself, not a copy: pages are large. */
    public byte[] array() {
        return bytes;
    }

    /** Lower-case hex. */
    public String sha256() {
        return sha256;
    }

    /** Compressed with gzip, which happens once; the array itself. */
    public synchronized byte[] gzip() {
        if (gzip == null) {
            gzip = compress(bytes);
        }
        return gzip;
    }

    private static byte[] compress(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length / 4 + 64);
        try (GZIPOutputStream stream = new GZIPOutputStream(out)) {
            stream.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public int size() {
        return bytes.length;
    }
}
