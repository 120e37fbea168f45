package com.footstone.audit.model.evidence;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;

import com.footstone.audit.model.EventId;
import com.footstone.audit.model.InvalidValueException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SigningKeyTest {

    /** The first key of RFC 8032, section 7.1, after what PKCS#8 and X.509 put in front of such keys. */
    private static final String SEED = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

    private static final String PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    private final Erasure statement = new Erasure(
            new EventId("t", 0, 1), Hash.NONE, "asked for", "somebody", Instant.parse("2026-11-20T12:00:00Z"));

    @Test
    void thePublicHalfFollowsFromThePrivateOne() {
        SigningKey key = SigningKey.ofPem(pem("PRIVATE KEY", "302e020100300506032b657004220420" + SEED))
                .orElseThrow();

        assertThat(key.publicPem().replace("\r", ""))
                .isEqualTo(
                        pem("PUBLIC KEY", "302a300506032b6570032100" + PUBLIC).replace("\r", ""));
        assertThat(key.toString()).isEqualTo("SigningKey[" + key.id() + "]");
    }

    @Test
    void whatIsSignedVerifiesByThePublicKeyAlone() {
        SigningKey key = SigningKey.generate();
        Seal seal = SigningKey.ofPem(key.privatePem()).orElseThrow().sign(statement);
        PublicKeys trusted = new PublicKeys();
        trusted.addPem(SigningKey.generate().publicPem() + key.publicPem());

        assertThat(trusted.ids()).hasSize(2).contains(seal.keyId());
        assertThat(trusted.verify(statement, seal)).isTrue();
        assertThat(trusted.verify(
                        new Erasure(statement.event(), statement.leaf(), "another", "somebody", statement.at()), seal))
                .isFalse();
        assertThat(trusted.verify(statement, new Seal(seal.keyId(), "AAAA"))).isFalse();
        assertThat(trusted.verify(statement, new Seal(seal.keyId(), "not base 64")))
                .isFalse();
    }

    @Test
    void anotherKeyUnderATrustedNameDoesNotVerify() {
        SigningKey trustedKey = SigningKey.generate();
        PublicKeys trusted = new PublicKeys();
        trusted.addPem(trustedKey.publicPem());
        Seal foreign = SigningKey.generate().sign(statement);

        assertThat(trusted.verify(statement, foreign)).isFalse();
        assertThat(trusted.verify(statement, new Seal(trustedKey.id(), foreign.signature())))
                .isFalse();
    }

    @Test
    void aKeyInOneLineIsRead() {
        SigningKey key = SigningKey.generate();
        assertThat(SigningKey.ofPem(key.privatePem().replaceAll("\\s*\\R", "")).map(SigningKey::id))
                .contains(key.id());
    }

    @Test
    void whatIsNoKeyIsRefused() {
        SigningKey key = SigningKey.generate();
        assertThat(SigningKey.ofPem("")).isEmpty();
        assertThat(SigningKey.ofPem(key.publicPem())).isEmpty();
        assertThat(SigningKey.ofPem("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"))
                .isEmpty();
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new PublicKeys().addPem(key.privatePem()));
    }

    private static String pem(String type, String hex) {
        return "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder().encodeToString(HexFormat.of().parseHex(hex)) + "\n-----END " + type
                + "-----\n";
    }
}
