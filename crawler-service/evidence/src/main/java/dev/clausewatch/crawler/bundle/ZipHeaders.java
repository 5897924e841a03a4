package dev.clausewatch.crawler.bundle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The bytes around the files of a bundle: a ZIP (PKWARE APPNOTE 6.3.10) whose files are stored, all with the first time that a ZIP can
 * say, without extra fields or comments. Nothing in them is free, so a reader that writes them again finds any bit that is another.
 */
final class ZipHeaders {

    static final int LOCAL = 0x04034b50;
    static final int LOCAL_BYTES = 30;
    private static final int CENTRAL = 0x02014b50;
    private static final int CENTRAL_BYTES = 46;
    private static final int END = 0x06054b50;
    static final int END_BYTES = 22;

    /** Version 1.0, which stored files need, made on a system whose file rights mean nothing. */
    private static final short VERSION = 10;

    /** The first of January 1980, midnight. */
    private static final int TIME = 0x0021_0000;

    private ZipHeaders() {}

    /**
     * A file in the ZIP.
     *
     * @param name of ASCII letters, digits, dots, hyphens and slashes
     * @param crc CRC-32 of its bytes
     * @param size in bytes, below 4 GiB
     * @param offset of its local header
     */
    record File(String name, int crc, long size, long offset) {

        private byte[] nameBytes() {
            return name.getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** What comes before a file's bytes. */
    static ByteBuffer local(File file) {
        byte[] name = file.nameBytes();
        ByteBuffer header = buffer(LOCAL_BYTES + name.length).putInt(LOCAL);
        common(header, file, name);
        return header.put(name).flip();
    }

    /** What comes after all files, for one of them. */
    static ByteBuffer central(File file) {
        byte[] name = file.nameBytes();
        ByteBuffer header = buffer(CENTRAL_BYTES + name.length).putInt(CENTRAL).putShort(VERSION);
        common(header, file, name);
        // Comment, disk and attributes.
        header.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
        return header.putInt((int) file.offset()).put(name).flip();
    }

    /** The end of the ZIP. */
    static ByteBuffer end(int files, long size, long offset) {
        ByteBuffer end = buffer(END_BYTES).putInt(END).putShort((short) 0).putShort((short) 0);
        end.putShort((short) files).putShort((short) files);
        return end.putInt((int) size).putInt((int) offset).putShort((short) 0).flip();
    }

    /** Version, flags, method, time, checksum, sizes and lengths, which both headers have. */
    private static void common(ByteBuffer header, File file, byte[] name) {
        header.putShort(VERSION).putShort((short) 0).putShort((short) 0).putInt(TIME);
        header.putInt(file.crc()).putInt((int) file.size()).putInt((int) file.size());
        header.putShort((short) name.length).putShort((short) 0);
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
