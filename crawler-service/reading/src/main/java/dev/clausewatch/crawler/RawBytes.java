package dev.clausewatch.crawler;

import com.github.luben.zstd.Zstd;
import dev.clausewatch.events.Ids;
import org.jspecify.annotations.Nullable;

/** The bytes of a page as they came, decompressed, with their SHA-256. Nobody writes to the array. */
public final class RawBytes {

    private final byte[] bytes;
    private final String sha256;
    private byte @Nullable [] compressed;

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

    /** Compressed with Zstandard, which happens once; the array itself. */
    public synchronized byte[] compressed() {
        if (compressed == null) {
            compressed = Zstd.compress(bytes);
        }
        return compressed;
    }

    public int size() {
        return bytes.length;
    }
}
