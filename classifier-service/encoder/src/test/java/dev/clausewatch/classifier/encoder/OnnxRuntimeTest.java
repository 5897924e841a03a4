package dev.clausewatch.classifier.encoder;

import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a new version of ONNX Runtime must not bring; 1.29 did. */
class OnnxRuntimeTest {

    @ParameterizedTest
    @ValueSource(strings = {"linux-x64/libonnxruntime.so", "linux-aarch64/libonnxruntime.so"})
    void knowsNoAddressOfItsMakerToReportTo(String library) throws IOException {
        try (InputStream in = OrtEnvironment.class.getResourceAsStream("/ai/onnxruntime/native/" + library)) {
            String code = new String(Objects.requireNonNull(in, library).readAllBytes(), StandardCharsets.ISO_8859_1);

            assertFalse(code.contains("events.data.microsoft.com"), "it reports to its maker");
        }
    }
}
