package com.footstone.audit.web.health;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * The key that tokens are verified by. The server fetches it when the first token comes and, where it cannot, refuses the
 * token without a word: so it is looked for beforehand, in the same way.
 */
final class TokenKey {

    static final String LOCATION = "mp.jwt.verify.publickey.location";

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(1);
    private static final Duration ANSWER_LIMIT = Duration.ofMillis(1_500);
    private static final int MOST_BYTES = 1 << 20;

    private static final String AUTHORITY =
            " because of its certificate: name the file with its authority in the environment variable cert_defaultKeyStore";

    private final String location;

    /**
     * @param location of the key, as it is configured
     */
    TokenKey(String location) {
        this.location = location.strip();
    }

    /** Why there is no key, naming what was wrong. */
    Optional<String> fault() {
        return location.startsWith("http://") || location.startsWith("https://") ? addressFault() : fileFault();
    }

    private Optional<String> addressFault() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(location).toURL().openConnection();
            connection.setConnectTimeout((int) CONNECT_LIMIT.toMillis());
            connection.setReadTimeout((int) ANSWER_LIMIT.toMillis());
            try {
                if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                    return fault(connection.getURL().getHost() + " answers with " + connection.getResponseCode());
                }
                try (InputStream body = connection.getInputStream()) {
                    return contentFault(new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
                }
            } finally {
                connection.disconnect();
            }
        } catch (IOException | RuntimeException e) {
            // Some faults of an address come as what nobody declares. It may hold what
            // is nobody's business, and a message may quote it.
            return fault("the address cannot be asked (" + e.getClass().getSimpleName() + ")"
                    + (e instanceof SSLException ? AUTHORITY : ""));
        }
    }

    /** A path that is not absolute may lie within the application, where only the server finds it. */
    private Optional<String> fileFault() {
        try {
            Path file = location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
            return file.isAbsolute() ? contentFault(Files.readString(file)) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return fault("the file cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** Every key of a JWKS names its type. */
    private static Optional<String> contentFault(String content) {
        return content.contains("-----BEGIN ") || content.contains("\"kty\"")
                ? Optional.empty()
                : fault("what is there is neither a key in PEM nor a set of keys (JWKS)");
    }

    private static Optional<String> fault(String reason) {
        return Optional.of(LOCATION + ": " + reason + ", so that no token could be verified; correct it (environment"
                + " variable MP_JWT_VERIFY_PUBLICKEY_LOCATION), or see that the issuer can be reached");
    }
}
