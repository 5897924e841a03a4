package dev.clausewatch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The files of a stack under its data folder; secrets are readable by their owner only. */
final class StackFiles {

    private final Path data;

    private StackFiles(Path data) {
        this.data = data;
    }

    static StackFiles in(Path data) throws IOException {
        Files.createDirectories(data);
        return new StackFiles(data.toAbsolutePath());
    }

    RunFolder run() {
        return new RunFolder(data);
    }

    Path folder(String name) {
        return data.resolve(name);
    }

    static Path postgres(Path data) {
        return data.resolve("postgres");
    }

    Path log(Part part) {
        return data.resolve("logs").resolve(part.label() + ".log");
    }

    Path ready(Part part) {
        return data.resolve("run").resolve(part.label() + ".ready");
    }

    Path apiKeyFile() {
        return data.resolve("api-key");
    }

    String apiKey() throws IOException {
        return Files.readString(apiKeyFile()).strip();
    }

    /** Made once, at random. */
    String serviceToken() throws IOException {
        Path file = data.resolve("service-token");
        if (!Files.exists(file)) {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            writeSecret(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file).strip();
    }

    static void writeSecret(Path file, String secret) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, secret + "\n");
    }
}
