package com.footstone.audit.model.evidence;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** The key that the service signs with. Tells nothing of itself but its id. Safe for all threads. */
public final class SigningKey {

    static final String ALGORITHM = "Ed25519";

    private final PrivateKey key;
    private final PublicKey publicKey;
    private final String id;

    private SigningKey(KeyPair pair) {
        key = pair.getPrivate();
        publicKey = pair.getPublic();
        id = PublicKeys.id(publicKey);
    }

    /**
     * Reads an Ed25519 key, PKCS#8 in PEM, as {@code openssl genpkey -algorithm ed25519} writes it.
     *
     * @return nothing if the text is anything else
     */
    public static Optional<SigningKey> ofPem(String pem) {
        return PemText.block(pem, "PRIVATE KEY").flatMap(SigningKey::ofEncoded);
    }

    /** A new key. */
    public static SigningKey generate() {
        try {
            return new SigningKey(KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw withoutAlgorithm(e);
        }
    }

    private static Optional<SigningKey> ofEncoded(byte[] encoded) {
        try {
            PrivateKey key = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return key instanceof EdECPrivateKey edwards
                    ? edwards.getBytes().map(SigningKey::ofSeed)
                    : Optional.empty();
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** The JDK computes a public key only while it makes a pair, so the pair is made with the seed in place of chance. */
    private static SigningKey ofSeed(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
            KeyPair pair = generator.generateKeyPair();
            if (!Arrays.equals(((EdECPrivateKey) pair.getPrivate()).getBytes().orElse(null), seed)) {
                throw new IllegalStateException("This Java platform makes keys in another way; use a Java of OpenJDK");
            }
            return new SigningKey(pair);
        } catch (GeneralSecurityException e) {
            throw withoutAlgorithm(e);
        }
    }

    private static IllegalStateException withoutAlgorithm(GeneralSecurityException e) {
        return new IllegalStateException("Every Java platform since 15 has Ed25519", e);
    }

    /** Which key it is: the same as its public half's. */
    public String id() {
        return id;
    }

    public Seal sign(Signable statement) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(statement.signedBytes());
            return Seal.of(id, signature.sign());
        } catch (GeneralSecurityException e) {
            throw withoutAlgorithm(e);
        }
    }

    /** The secret itself, PKCS#8 in PEM, for whoever generated it and must keep it. */
    public String privatePem() {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    /** What verifies its signatures, in PEM. */
    public String publicPem() {
        return pem("PUBLIC KEY", publicKey.getEncoded());
    }

    private static String pem(String type, byte[] encoded) {
        return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(encoded) + "\n-----END " + type
                + "-----\n";
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }

    /** Gives the same bytes to whoever asks for random ones. */
    private static final class Fixed extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final transient byte[] seed;

        private Fixed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
