package com.footstone.audit.dev.clickhouse;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;

import com.sun.net.httpserver.Headers;

/** Who a client says it is: by basic authentication, by headers, or by parameters, in this order. */
record Credentials(String user, String password) {

    private static final String BASIC = "Basic ";

    static Credentials of(Headers headers, Map<String, String> parameters) {
        String authorization = headers.getFirst("Authorization");
        if (authorization != null && authorization.startsWith(BASIC)) {
            return basic(authorization.substring(BASIC.length()));
        }
        if (headers.containsKey("X-ClickHouse-User")) {
            return new Credentials(headers.getFirst("X-ClickHouse-User"), text(headers.getFirst("X-ClickHouse-Key")));
        }
        return new Credentials(parameters.getOrDefault("user", "default"), parameters.getOrDefault("password", ""));
    }

    private static Credentials basic(String encoded) {
        try {
            String decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            return colon < 0
                    ? new Credentials(decoded, "")
                    : new Credentials(decoded.substring(0, colon), decoded.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return new Credentials("", "");
        }
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    /** Compares in constant time. */
    boolean matches(Credentials other) {
        return MessageDigest.isEqual(bytes(), other.bytes());
    }

    private byte[] bytes() {
        return (user + '\0' + password).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Credentials[" + user + "]";
    }
}
