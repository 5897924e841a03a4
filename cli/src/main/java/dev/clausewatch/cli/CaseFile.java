package dev.clausewatch.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code --out} of a measurement writes: one JSON object a line for each case, absent fields left out. */
public final class CaseFile {

    private CaseFile() {}

    /**
     * Writes the file whole or not at all; nothing without a file.
     *
     * @throws CommandFailedException with exit code 2 where there is no such folder
     */
    public static void write(@Nullable Path file, List<?> cases) throws IOException {
        if (file == null) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw CommandFailedException.unusable("--out: there is no folder %s. Make it first.".formatted(folder));
        }
        Path part = Files.createTempFile(folder, String.valueOf(file.getFileName()), ".part");
        try (Writer writer = Files.newBufferedWriter(part)) {
            for (Object one : cases) {
                writer.write(JsonOption.JSON.writeValueAsString(one));
                writer.write('\n');
            }
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
