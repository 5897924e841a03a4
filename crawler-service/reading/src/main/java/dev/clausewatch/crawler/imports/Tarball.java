package dev.clausewatch.crawler.imports;

import dev.clausewatch.events.Ids;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Unpacks a repository that was packed into a {@code .tar.gz}; once, until the file changes. */
final class Tarball {

    /** The largest public archives have some gigabytes; Git packs them tight. */
    static final Bounds USUAL = new Bounds(16L << 30, 100, 500_000);

    /** So much may come of any file. */
    private static final long FREE_BYTES = 64L << 20;

    /**
     * What unpacking may take.
     *
     * @param bytes of everything inside, whatever the file's size
     * @param ratio of these to the file's size
     * @param entries files, folders and what else there may be
     */
    record Bounds(long bytes, long ratio, int entries) {

        long bytes(long packed) {
            return Math.min(bytes, Math.max(FREE_BYTES, packed * ratio));
        }
    }

    private Tarball() {}

    static Path unpack(Path file, Path cache) throws IOException {
        return unpack(file, cache, USUAL);
    }

    static Path unpack(Path file, Path cache, Bounds bounds) throws IOException {
        String state = file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        Path folder = cache.resolve(Ids.sha256(state).substring(0, 16));
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Files.createDirectories(cache);
        Path unfinished = Files.createTempDirectory(cache, "unpacking");
        try {
            unpack(file, bounds, unfinished);
        } catch (IOException | IllegalArgumentException e) {
            // Paths that the file system does not know are illegal arguments.
            delete(unfinished);
            throw new UnusableArchiveException("%s cannot be unpacked: %s".formatted(file, e.getMessage()));
        }
        return Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(Path file, Bounds bounds, Path folder) throws IOException {
        long most = bounds.bytes(Files.size(file));
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                InputStream bounded = new BoundedInput(new GZIPInputStream(in), most);
                TarArchiveInputStream entries = new TarArchiveInputStream(bounded)) {
            int count = 0;
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (++count > bounds.entries()) {
                    throw new IOException("it has more than %d entries".formatted(bounds.entries()));
                }
                write(entries, entry, folder);
            }
        }
    }

    /** Of what was unpacked. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Folders and files only: a Git repository needs no links, and one could lead elsewhere. */
    private static void write(TarArchiveInputStream entries, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the entry " + entry.getName() + " leads out of its folder");
        }
        if (entry.isSparse()) {
            // Zeros without end that take no room in the file.
            throw new IOException("the entry " + entry.getName() + " is a sparse file");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isFile() && !entry.isSymbolicLink() && !entry.isLink()) {
            Files.createDirectories(target.getParent());
            Files.copy(entries, target);
        }
    }
}
