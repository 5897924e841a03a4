package dev.clausewatch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;

/** The files of a stack under its data folder; secrets are readable by their owner only. */
final class StackFiles {

    private final Path data;

    private StackFiles(Path data) {
        this.data = data;
    }

    static StackFiles in(Path data) throws IOException {
        Files.createDirectories(data);
        // Keys and binaries are below: nobody else has business here.
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
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
        return ready(data, part);
    }

    /** Is there when a part is ready. */
    static Path ready(Path data, Part part) {
        return data.resolve("run").resolve(part.label() + ".ready");
    }

    /** Of our own databases; databases that were there already have another first key. */
    Path apiKeyFile(boolean external) {
        return data.resolve(external ? "api-key-external" : "api-key");
    }

    /** Keeps where the gateway is, for commands on this machine. */
    void writeAddress(String url) throws IOException {
        Files.writeString(address(data), url + "\n");
    }

    /** The gateway of the last start. */
    static Path address(Path data) {
        return data.resolve("address");
    }

    /** A folder of declarations that declares nothing: with it nothing of earlier folders stays in force. */
    static Path noDeclarations(Path data) {
        return data.resolve("no-declarations");
    }

    /** Fills that folder. */
    void declareNothing() throws IOException {
        Path folder = Files.createDirectories(noDeclarations(data));
        Files.writeString(folder.resolve("none.json"), "{\"name\": \"None\", \"terms\": {}}\n");
    }

    /** What the services send each other. */
    String serviceToken() throws IOException {
        return madeOnce("service-token", StackFiles::randomSecret);
    }

    /** The password of every role of our own database server. */
    String databasePassword() throws IOException {
        return madeOnce("database-password", StackFiles::randomSecret);
    }

    /** What the crawler signs its log of evidence with: an Ed25519 key in PKCS#8, base64. Whoever deletes it starts anew. */
    String evidenceKey() throws IOException {
        return madeOnce("evidence-key", StackFiles::ed25519Key);
    }

    private String madeOnce(String name, Supplier<String> making) throws IOException {
        Path file = data.resolve(name);
        if (!Files.exists(file)) {
            writeSecret(file, making.get());
        }
        return Files.readString(file).strip();
    }

    private static String randomSecret() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static String ed25519Key() {
        try {
            byte[] pkcs8 = KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            return Base64.getEncoder().encodeToString(pkcs8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java from 15 on has Ed25519", e);
        }
    }

    static void writeSecret(Path file, String secret) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, secret + "\n");
    }
}
