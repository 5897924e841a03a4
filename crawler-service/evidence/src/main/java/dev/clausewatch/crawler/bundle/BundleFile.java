package dev.clausewatch.crawler.bundle;

import dev.clausewatch.crawler.evidence.VerifyingKey;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A bundle as a file on the disk. */
public final class BundleFile {

    private BundleFile() {}

    /**
     * Checks everything in it.
     *
     * @param pinned the key that has to have signed it; null for the one in the file, which shows nothing of who signed it
     * @throws UnusableFileException if there is no file that could be read
     */
    public static VerificationResult verify(Path file, @Nullable VerifyingKey pinned) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new UnusableFileException("The file %s cannot be read: is it there?".formatted(file));
        }
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() > Integer.MAX_VALUE) {
                throw new UnusableFileException(
                        "The file %s is larger than 2 GiB, which no evidence is.".formatted(file));
            }
            return BundleVerifier.verify(channel.map(MapMode.READ_ONLY, 0, channel.size()), pinned);
        }
    }
}
