package dev.clausewatch.crawler.bundle;

import dev.clausewatch.crawler.evidence.Hash;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Writes a ZIP of stored files, each byte of which follows from the files' names and bytes. */
final class StoredZipWriter {

    private static final int BUFFER = 64 * 1024;

    /** The most that the 32 bits of a ZIP without extensions can say. */
    private static final long LARGEST = 0xFFFF_FFFFL;

    private final SeekableByteChannel channel;
    private final List<ZipHeaders.File> files = new ArrayList<>();

    /** Starts at the channel's position 0. */
    StoredZipWriter(SeekableByteChannel channel) {
        this.channel = channel;
    }

    /** Writes the bytes of a file. */
    interface Content {

        /** Writes them all and leaves the stream open. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Adds a file; the hash of its bytes. */
    Hash add(String name, Content content) throws IOException {
        long offset = channel.position();
        write(ZipHeaders.local(new ZipHeaders.File(name, 0, 0, offset)));
        Counted counted = new Counted();
        OutputStream buffered = new BufferedOutputStream(counted, BUFFER);
        content.writeTo(buffered);
        buffered.flush();
        long end = channel.position();
        if (end > LARGEST) {
            throw new IOException("A bundle has 4 GiB at most");
        }
        ZipHeaders.File file = new ZipHeaders.File(name, (int) counted.crc.getValue(), counted.size, offset);
        channel.position(offset);
        write(ZipHeaders.local(file));
        channel.position(end);
        files.add(file);
        return Hash.of(counted.digest);
    }

    /** Writes the end. */
    void finish() throws IOException {
        long offset = channel.position();
        for (ZipHeaders.File file : files) {
            write(ZipHeaders.central(file));
        }
        write(ZipHeaders.end(files.size(), channel.position() - offset, offset));
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private final class Counted extends OutputStream {

        private final CRC32 crc = new CRC32();
        private final MessageDigest digest = Hash.digest();
        private long size;

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            crc.update(bytes, offset, length);
            digest.update(bytes, offset, length);
            size += length;
            StoredZipWriter.this.write(ByteBuffer.wrap(bytes, offset, length));
        }
    }
}
