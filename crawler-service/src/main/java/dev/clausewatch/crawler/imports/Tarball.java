package dev.clausewatch.crawler.imports;

import dev.clausewatch.events.Ids;
import dev.clausewatch.runtime.commands.CommandFailedException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Unpacks a repository that was packed into a {@code .tar.gz}; once, until the file changes. */
final class Tarball {

    private Tarball() {}

    static Path unpack(Path file, Path cache) throws IOException {
        String state = file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        Path folder = cache.resolve(Ids.sha256(state).substring(0, 16));
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Files.createDirectories(cache);
        Path unfinished = Files.createTempDirectory(cache, "unpacking");
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                TarArchiveInputStream entries = new TarArchiveInputStream(new GZIPInputStream(in))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                write(entries, entry, unfinished);
            }
        } catch (IOException e) {
            throw CommandFailedException.unusable("%s cannot be unpacked: %s".formatted(file, e.getMessage()));
        }
        return Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Folders and files only: a Git repository needs no links, and one could lead elsewhere. */
    private static void write(TarArchiveInputStream entries, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the entry " + entry.getName() + " leads out of its folder");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isFile() && !entry.isSymbolicLink() && !entry.isLink()) {
            Files.createDirectories(target.getParent());
            Files.copy(entries, target);
        }
    }
}
