package com.footstone.audit.server;

import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * An issuer of tokens with a key made at start, which no other installation trusts. It takes the place of a company's
 * identity provider in the demo and in tests.
 */
public final class Identity {

    private static final String ISSUER = "urn:sql-audit:local";
    private static final String AUDIENCE = "sql-audit";
    private static final int KEY_BITS = 2048;

    private final RSAKey key;
    private final Clock clock;

    public Identity(Clock clock) {
        try {
            this.key = new RSAKeyGenerator(KEY_BITS).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java platform cannot make RSA keys", e);
        }
        this.clock = clock;
    }

    /** What the server needs to trust this issuer. */
    public Map<String, String> environment() {
        try {
            return Map.of(
                    "MP_JWT_VERIFY_PUBLICKEY", pem(key.toPublicKey()),
                    "MP_JWT_VERIFY_ISSUER", ISSUER,
                    "MP_JWT_VERIFY_AUDIENCES", AUDIENCE);
        } catch (JOSEException e) {
            throw new IllegalStateException("The key that was made is not a key", e);
        }
    }

    /** The public key as an address of an identity provider gives it: a JWKS. */
    public String keySet() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    private static String pem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----";
    }

    /**
     * A signed token.
     *
     * @param user who it is for
     * @param group the one group of the user, such as {@code audit-viewer}
     * @param life how long it is valid; negative for one that has expired
     */
    public String token(String user, String group, Duration life) {
        return token(user, group, life, Map.of());
    }

    /**
     * The same with claims of one's own.
     *
     * @param more such as {@code tenant_id}; they take the place of those that every token has
     */
    public String token(String user, String group, Duration life, Map<String, ?> more) {
        Instant now = clock.instant();
        Instant expires = now.plus(life);
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(user)
                .claim("upn", user)
                .claim("groups", List.of(group))
                .issueTime(Date.from(expires.isBefore(now) ? expires.minusSeconds(60) : now))
                .expirationTime(Date.from(expires))
                .jwtID(UUID.randomUUID().toString());
        more.forEach(claims::claim);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The key that was made cannot sign", e);
        }
        return token.serialize();
    }
}
