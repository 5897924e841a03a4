package dev.clausewatch.crawler.evidence;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;

/** An Ed25519 key pair that signs. */
public final class SigningKey {

    private final PrivateKey key;
    private final VerifyingKey verifyingKey;

    private SigningKey(KeyPair pair) throws GeneralSecurityException {
        this.key = pair.getPrivate();
        this.verifyingKey = VerifyingKey.of(pair.getPublic());
    }

    /** A new key pair. */
    public static SigningKey make(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, random);
            return new SigningKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java from 15 on has Ed25519", e);
        }
    }

    /**
     * The key pair of a private key.
     *
     * @param pkcs8 DER, as {@code openssl genpkey -algorithm ed25519 -outform DER} writes it
     * @throws IllegalArgumentException if it is no such key
     */
    public static SigningKey read(byte[] pkcs8) {
        try {
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            if (key instanceof EdECPrivateKey edwards && edwards.getBytes().isPresent()) {
                return make(new Seed(edwards.getBytes().get()));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("it is not an Ed25519 private key in PKCS#8", e);
        }
        throw new IllegalArgumentException("it is not an Ed25519 private key in PKCS#8");
    }

    /**
     * The JDK derives a public key only when it makes a pair, from the 32 bytes that its random source gives; these are then the private
     * key.
     */
    private static final class Seed extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final byte[] seed;

        private Seed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("This Java makes Ed25519 keys in another way");
            }
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }

    /** The private key in PKCS#8, DER. */
    public byte[] pkcs8() {
        return key.getEncoded();
    }

    /** What its signatures are checked with. */
    public VerifyingKey verifyingKey() {
        return verifyingKey;
    }

    byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key that was read signs", e);
        }
    }
}
