package dev.clausewatch.crawler.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SignedNoteTest {

    private static final HexFormat HEX = HexFormat.of();

    /** The key of RFC 8032, section 7.1, test 1. */
    private static final SigningKey KEY = SigningKey.read(HEX.parseHex(
            "302e020100300506032b657004220420" + "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));

    private static final String NOTE = SignedNote.sign("A text\nof two lines\n", "log.example/a", KEY);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void derivesThePublicKeyOfTheRfc() {
        assertEquals(
                "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n-----END PUBLIC KEY-----\n",
                KEY.verifyingKey().pem());
        assertEquals(
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                        + "d25bf5f0595bbe24655141438e7a100b",
                HEX.formatHex(KEY.sign(new byte[0])));
    }

    @Test
    void readsBackTheKeysItMakes() {
        SigningKey made = SigningKey.make(new SecureRandom());
        assertEquals(made.verifyingKey(), SigningKey.read(made.pkcs8()).verifyingKey());
        assertArrayEquals(made.pkcs8(), SigningKey.read(made.pkcs8()).pkcs8());
        assertEquals(made.verifyingKey(), VerifyingKey.read(made.verifyingKey().pem()));
        assertNotEquals(made.verifyingKey(), KEY.verifyingKey());
    }

    @Test
    void opensWhatItSigned() {
        assertEquals(
                new SignedNote("A text\nof two lines\n", "log.example/a"),
                SignedNote.open(bytes(NOTE), KEY.verifyingKey()));
    }

    @Test
    void refusesANoteWithAnyBitFlipped() {
        byte[] note = bytes(NOTE);
        for (int bit = 0; bit < note.length * 8; bit++) {
            byte[] flipped = note.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThrows(
                    IllegalArgumentException.class, () -> SignedNote.open(flipped, KEY.verifyingKey()), "bit " + bit);
        }
    }

    @Test
    void refusesAKeyWithAnyBitFlippedUnlessItIsAnotherKey() {
        byte[] pem = bytes(KEY.verifyingKey().pem());
        for (int bit = 0; bit < pem.length * 8; bit++) {
            byte[] flipped = pem.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                VerifyingKey other = VerifyingKey.read(new String(flipped, StandardCharsets.UTF_8));
                assertNotEquals(KEY.verifyingKey(), other, "bit " + bit);
            } catch (IllegalArgumentException refused) {
                assertEquals("it is not an Ed25519 public key as a PEM file", refused.getMessage());
            }
        }
        assertThrows(IllegalArgumentException.class, () -> VerifyingKey.read(""));
    }

    @Test
    void refusesASecondSignatureAndAnotherKey() {
        String signature = NOTE.substring(NOTE.indexOf('\u2014'));
        assertThrows(
                IllegalArgumentException.class, () -> SignedNote.open(bytes(NOTE + signature), KEY.verifyingKey()));
        assertEquals(
                "its signature is by another key",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> SignedNote.open(
                                        bytes(NOTE),
                                        SigningKey.make(new SecureRandom()).verifyingKey()))
                        .getMessage());
    }

    @Test
    void opensACheckpointOfTheLogThatSignedIt() {
        Checkpoint checkpoint = new Checkpoint("log.example/a", 17, MerkleHash.empty());
        assertEquals("log.example/a\n17\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", checkpoint.text());
        assertEquals(
                checkpoint.text(),
                Checkpoint.open(bytes(checkpoint.sign(KEY)), KEY.verifyingKey()).text());
        String elsewhere = SignedNote.sign(checkpoint.text(), "log.example/b", KEY);
        assertThrows(IllegalArgumentException.class, () -> Checkpoint.open(bytes(elsewhere), KEY.verifyingKey()));
        String notRoot = SignedNote.sign("log.example/a\n017\nAAAA\n", "log.example/a", KEY);
        assertThrows(IllegalArgumentException.class, () -> Checkpoint.open(bytes(notRoot), KEY.verifyingKey()));
    }
}
