package dev.clausewatch.crawler.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.clausewatch.crawler.bundle.SampleBundle;
import dev.clausewatch.crawler.evidence.SigningKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvidenceVerifyCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new EvidenceVerifyCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private Path bundle() throws IOException {
        return Files.write(folder.resolve("terms.zip"), SampleBundle.ofThree().write());
    }

    private Path key(SigningKey key) throws IOException {
        return Files.writeString(folder.resolve("key.pem"), key.verifyingKey().pem());
    }

    @Test
    void doesNotTrustTheKeyInTheFileItself() throws IOException {
        assertEquals(3, run(bundle().toString()));
        assertTrue(out.toString().contains("holds: 3 snapshots of halvorin/terms-of-service"), out::toString);
        assertTrue(out.toString().contains("The signer is not verified"), out::toString);
        assertTrue(out.toString().contains(SampleBundle.KEY.verifyingKey().fingerprint()), out::toString);
    }

    @Test
    void takesTheKeyOfTheOperator() throws IOException {
        String bundle = bundle().toString();
        assertEquals(0, run(bundle, "--public-key", key(SampleBundle.KEY).toString()));
        assertFalse(out.toString().contains("not verified"), out::toString);
        Path other = key(SigningKey.make(new SecureRandom()));
        assertEquals(1, run(bundle, "--public-key", other.toString()));
        assertTrue(err.toString().contains("public-key.pem: it is not the key that was asked for"), err::toString);
    }

    @Test
    void namesWhatDoesNotHold() throws IOException {
        Path bundle = bundle();
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[bytes.length / 2] ^= 1;
        Files.write(bundle, bytes);
        assertEquals(1, run(bundle.toString()));
        assertTrue(err.toString().contains("does not hold. "), err::toString);
    }

    @Test
    void refusesWhatIsNoFileAndWhatIsNoKey() throws IOException {
        assertEquals(2, run(folder.resolve("nothing.zip").toString()));
        Path noKey = Files.write(folder.resolve("key.pem"), new byte[] {(byte) 0xFF, 1});
        assertEquals(2, run(bundle().toString(), "--public-key", noKey.toString()));
    }

    @Test
    void answersProgramsWithOneObjectAndTheSameExitCodes() throws IOException {
        Path bundle = bundle();
        assertEquals(3, run(bundle.toString(), "--json"));
        JsonNode holds = new JsonMapper().readTree(out.toString());
        assertTrue(holds.path("holds").asBoolean(), holds::toString);
        assertFalse(holds.path("signerVerified").asBoolean(true), holds::toString);
        assertEquals(3, holds.path("snapshots").asInt(), holds::toString);

        out.getBuffer().setLength(0);
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[bytes.length / 2] ^= 1;
        Files.write(bundle, bytes);
        assertEquals(1, run(bundle.toString(), "--json"));
        JsonNode broken = new JsonMapper().readTree(out.toString());
        assertFalse(broken.path("holds").asBoolean(true), broken::toString);
        assertFalse(broken.path("reason").asText().isEmpty(), broken::toString);
        List<String> keys = new ArrayList<>();
        broken.fieldNames().forEachRemaining(keys::add);
        assertEquals(List.of("file", "holds", "part", "reason"), keys);
    }
}
