package dev.clausewatch.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFilesTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void declaresNothingWithAFileThatIsADeclaration() throws IOException {
        StackFiles.in(folder).declareNothing();
        JsonNode none = new ObjectMapper()
                .readTree(StackFiles.noDeclarations(folder).resolve("none.json").toFile());
        assertTrue(none.path("terms").isObject() && none.path("terms").isEmpty(), none::toString);
    }

    @Test
    void showsInTheStatusWhereTheGatewayIs() throws IOException {
        StackFiles files = StackFiles.in(folder);
        files.writeAddress("http://127.0.0.1:9000");
        files.run().write(Part.GATEWAY.label(), ProcessHandle.current());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        StackStatus.print(
                files.run(), StackOptions.usual(folder, folder), new PrintStream(said, true, StandardCharsets.UTF_8));
        assertTrue(said.toString(StandardCharsets.UTF_8).contains("http://127.0.0.1:9000/api/v1"), said::toString);
    }

    @Test
    void makesAKeyForEvidenceOnceForItsOwnerOnly() throws IOException, GeneralSecurityException {
        String key = StackFiles.in(folder).evidenceKey();
        byte[] pkcs8 = Base64.getDecoder().decode(key);
        assertEquals(
                "EdDSA",
                KeyFactory.getInstance("Ed25519")
                        .generatePrivate(new PKCS8EncodedKeySpec(pkcs8))
                        .getAlgorithm());
        assertEquals(key, StackFiles.in(folder).evidenceKey());
        assertEquals(
                PosixFilePermissions.fromString("rw-------"),
                Files.getPosixFilePermissions(folder.resolve("evidence-key")));
    }
}
