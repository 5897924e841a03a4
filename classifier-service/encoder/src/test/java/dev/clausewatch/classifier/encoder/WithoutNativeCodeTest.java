package dev.clausewatch.classifier.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ONNX Runtime loads once a process: each case has one of its own. */
class WithoutNativeCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"-Dos.arch=s390x", "-Donnxruntime.native.path=/nowhere"})
    void saysThatTheEncoderDoesNotRunAndGivesNone(String platform) throws Exception {
        String said = run(platform);

        assertTrue(said.contains("The encoder does not run here"), said);
        assertTrue(said.endsWith("true\n"), said);
    }

    @Test
    void runsWhereThereIsNativeCode() throws Exception {
        assertEquals("false\n", run("-Dnothing=special"));
    }

    private static String run(String property) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        property,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    /** Prints whether there is no encoder. */
    static final class Main {

        private Main() {}

        public static void main(String[] args) {
            System.out.println(OnnxEncoder.open(Examples.files()).isEmpty());
        }
    }
}
