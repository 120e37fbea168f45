package com.footstone.audit.system;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.footstone.audit.server.Identity;

/** Tokens that look like good ones, for somebody who has seen a good one and knows the issuer's public key. */
final class Forgery {

    private static final Duration LIFE = Duration.ofHours(1);

    private final Identity issuer;

    Forgery(Identity issuer) {
        this.issuer = issuer;
    }

    /** Tokens by what is wrong with them. */
    Map<String, String> tokens() throws GeneralSecurityException {
        String good = issuer.token("mallory", "audit-viewer", LIFE);
        String admin = issuer.token("mallory", "audit-admin", LIFE);
        String publicKey = issuer.environment().get("MP_JWT_VERIFY_PUBLICKEY");
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("no signature", encoded("{\"alg\":\"none\"}") + "." + payload(good) + ".");
        tokens.put("signature cut off", good.substring(0, good.lastIndexOf('.') + 1));
        tokens.put(
                "the public key's text as a shared secret",
                signedWith(publicKey.getBytes(StandardCharsets.US_ASCII), good));
        tokens.put("the public key as a shared secret", signedWith(der(publicKey), good));
        tokens.put("another's claims", header(good) + "." + payload(admin) + good.substring(good.lastIndexOf('.')));
        tokens.put("another issuer's key", new Identity(Clock.systemUTC()).token("mallory", "audit-admin", LIFE));
        tokens.put("issued by another", issuer.token("mallory", "audit-admin", LIFE, Map.of("iss", "urn:elsewhere")));
        tokens.put("for another audience", issuer.token("mallory", "audit-admin", LIFE, Map.of("aud", "payroll")));
        tokens.put("expired", issuer.token("mallory", "audit-admin", LIFE.negated()));
        tokens.put(
                "not valid yet",
                issuer.token(
                        "mallory",
                        "audit-admin",
                        LIFE,
                        Map.of("nbf", Date.from(Instant.now().plus(LIFE)))));
        return tokens;
    }

    private static String signedWith(byte[] secret, String token) throws GeneralSecurityException {
        String content = encoded("{\"alg\":\"HS256\"}") + "." + payload(token);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return content + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private static byte[] der(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    }

    private static String header(String token) {
        return token.substring(0, token.indexOf('.'));
    }

    private static String payload(String token) {
        return token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
