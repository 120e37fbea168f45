package com.footstone.audit.model.evidence;

import java.util.Base64;
import java.util.Objects;

/**
 * A signature.
 *
 * @param keyId which key signed, see {@link PublicKeys}
 * @param signature Ed25519, in base 64
 */
public record Seal(String keyId, String signature) {

    public Seal {
        Objects.requireNonNull(keyId, "keyId is null");
        Objects.requireNonNull(signature, "signature is null");
    }

    static Seal of(String keyId, byte[] signature) {
        return new Seal(keyId, Base64.getEncoder().encodeToString(signature));
    }

    /** The signature's bytes; none if the text is not base 64. */
    byte[] bytes() {
        try {
            return Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
