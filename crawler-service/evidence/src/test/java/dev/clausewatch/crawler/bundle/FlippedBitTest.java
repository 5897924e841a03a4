package dev.clausewatch.crawler.bundle;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No bit of a bundle can be another without being found. */
class FlippedBitTest {

    @Test
    void everyFlippedBitOfABundleIsFound() throws IOException {
        byte[] bundle = SampleBundle.ofThree().withChange("You pay.").write();
        assertInstanceOf(VerificationResult.Holds.class, SampleBundle.verify(bundle));
        for (int bit = 0; bit < bundle.length * 8; bit++) {
            requireFound(bundle, bit, "");
        }
    }

    @Test
    void flippedBitsOfALargeBundleAreFound() throws IOException {
        long seed = 20_260_303;
        Random random = new Random(seed);
        SampleBundle sample = new SampleBundle();
        byte[] page = new byte[40_000];
        for (int version = 0; version < 25; version++) {
            random.nextBytes(page);
            sample.capture("Version " + version + "\n".repeat(2) + "Be kind. ".repeat(2000), page.clone(), null);
        }
        byte[] bundle = sample.write();
        assertInstanceOf(VerificationResult.Holds.class, SampleBundle.verify(bundle));
        for (int i = 0; i < 500; i++) {
            requireFound(bundle, random.nextInt(bundle.length * 8), "seed " + seed);
        }
    }

    @Test
    void aBundleCutAnywhereIsFound() throws IOException {
        byte[] bundle = SampleBundle.ofThree().write();
        for (int length = 0; length < bundle.length; length += 7) {
            byte[] cut = Arrays.copyOf(bundle, length);
            assertInstanceOf(VerificationResult.Broken.class, SampleBundle.verify(cut), "length " + length);
        }
        assertInstanceOf(
                VerificationResult.Broken.class, SampleBundle.verify(Arrays.copyOf(bundle, bundle.length + 1)));
    }

    private static void requireFound(byte[] bundle, int bit, String where) {
        bundle[bit / 8] ^= (byte) (1 << bit % 8);
        assertInstanceOf(
                VerificationResult.Broken.class, SampleBundle.verify(bundle), () -> "bit " + bit + " " + where);
        bundle[bit / 8] ^= (byte) (1 << bit % 8);
    }
}
