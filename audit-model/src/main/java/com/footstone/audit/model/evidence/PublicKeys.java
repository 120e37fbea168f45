package com.footstone.audit.model.evidence;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import com.footstone.audit.model.InvalidValueException;

/**
 * The keys that a verifier trusts, by id: the first 16 hex digits of the SHA-256 of the key as X.509 encodes it. There is
 * more than one after a key was replaced.
 */
public final class PublicKeys {

    private static final int ID_LENGTH = 16;

    private final Map<String, PublicKey> keys = new LinkedHashMap<>();

    /**
     * Adds every public key of a PEM text.
     *
     * @throws InvalidValueException if there is none, or one is not an Ed25519 key
     */
    public void addPem(String pem) {
        var blocks = PemText.blocks(pem, "PUBLIC KEY");
        if (blocks.isEmpty()) {
            throw new InvalidValueException("public key", "is not PEM with a PUBLIC KEY in it");
        }
        blocks.forEach(this::add);
    }

    private void add(byte[] encoded) {
        try {
            PublicKey key =
                    KeyFactory.getInstance(SigningKey.ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
            keys.put(id(key), key);
        } catch (GeneralSecurityException e) {
            throw new InvalidValueException("public key", "is not an Ed25519 key");
        }
    }

    public Set<String> ids() {
        return Set.copyOf(keys.keySet());
    }

    /** Whether a trusted key signed the statement. */
    public boolean verify(Signable statement, Seal seal) {
        PublicKey key = keys.get(seal.keyId());
        if (key == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(SigningKey.ALGORITHM);
            signature.initVerify(key);
            signature.update(statement.signedBytes());
            return signature.verify(seal.bytes());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    static String id(PublicKey key) {
        return Hash.sha256(key.getEncoded()).hex().substring(0, ID_LENGTH);
    }
}
