package dev.clausewatch.crawler.bundle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Reads what {@link StoredZipWriter} wrote, and nothing else: everything between the files is made again from them and compared. Files
 * are slices of what was given, so nothing grows.
 */
final class StoredZip {

    private static final String ZIP = "the ZIP";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9./-]{1,100}");
    private static final int MOST_FILES = 0xFFFF;

    private final ByteBuffer zip;
    private final Map<String, ByteBuffer> files = new LinkedHashMap<>();
    private final List<ZipHeaders.File> headers = new ArrayList<>();

    private StoredZip(ByteBuffer zip) {
        this.zip = zip.duplicate().order(ByteOrder.LITTLE_ENDIAN).rewind();
    }

    /** The files by name, in their order. */
    static Map<String, ByteBuffer> read(ByteBuffer zip) throws BrokenBundleException {
        StoredZip reading = new StoredZip(zip);
        while (reading.zip.remaining() >= ZipHeaders.LOCAL_BYTES
                && reading.zip.getInt(reading.zip.position()) == ZipHeaders.LOCAL) {
            reading.file();
        }
        reading.end();
        return reading.files;
    }

    private void file() throws BrokenBundleException {
        int offset = zip.position();
        // Offsets of the fields within a local header.
        int crc = zip.getInt(offset + 14);
        long size = Integer.toUnsignedLong(zip.getInt(offset + 18));
        int nameLength = Short.toUnsignedInt(zip.getShort(offset + 26));
        String name = name(offset + ZipHeaders.LOCAL_BYTES, nameLength);
        ZipHeaders.File file = new ZipHeaders.File(name, crc, size, offset);
        expect(ZipHeaders.local(file), name + ": its header in the ZIP is not the one that a bundle has");
        if (size > zip.remaining()) {
            throw new BrokenBundleException(name, "the ZIP ends before it does");
        }
        ByteBuffer content = zip.slice(zip.position(), (int) size);
        zip.position(zip.position() + (int) size);
        if (crc(content) != crc) {
            throw new BrokenBundleException(name, "its checksum in the ZIP does not hold");
        }
        if (files.put(name, content) != null || headers.size() >= MOST_FILES) {
            throw new BrokenBundleException(name, "it is in the ZIP twice, or there are too many files");
        }
        headers.add(file);
    }

    private String name(int from, int length) throws BrokenBundleException {
        byte[] bytes = new byte[Math.min(length, Math.max(0, zip.limit() - from))];
        zip.get(from, bytes);
        String name = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!NAME.matcher(name).matches()) {
            throw new BrokenBundleException(ZIP, "the file at byte " + zip.position() + " has a name of no bundle");
        }
        return name;
    }

    private void end() throws BrokenBundleException {
        int offset = zip.position();
        for (ZipHeaders.File file : headers) {
            expect(ZipHeaders.central(file), file.name() + ": its entry in the ZIP's directory is not the file's");
        }
        expect(
                ZipHeaders.end(headers.size(), zip.position() - (long) offset, offset),
                "its end is not the one that a bundle has");
        if (zip.hasRemaining()) {
            throw new BrokenBundleException(ZIP, "there are bytes after its end");
        }
    }

    private void expect(ByteBuffer expected, String otherwise) throws BrokenBundleException {
        int length = expected.remaining();
        if (zip.remaining() < length || !zip.slice(zip.position(), length).equals(expected)) {
            throw new BrokenBundleException(ZIP, otherwise);
        }
        zip.position(zip.position() + length);
    }

    private static int crc(ByteBuffer content) {
        CRC32 crc = new CRC32();
        crc.update(content.duplicate());
        return (int) crc.getValue();
    }
}
