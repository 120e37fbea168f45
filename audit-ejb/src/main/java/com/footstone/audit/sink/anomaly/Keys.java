package com.footstone.audit.sink.anomaly;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import com.footstone.audit.model.anomaly.Subject;

/** What rows are found by: hashes, since names from outside can be longer than an entry of an index. */
final class Keys {

    private static final int BYTES = 16;

    private Keys() {}

    static String of(Subject subject) {
        StringBuilder text = new StringBuilder();
        for (String part : List.of(
                subject.tenant(),
                subject.application(),
                subject.dbSystem(),
                subject.dbName(),
                subject.dbUser(),
                subject.endUser(),
                subject.fingerprint(),
                subject.table())) {
            // With its length, so that no two subjects are the same text.
            text.append(part.length()).append(':').append(part);
        }
        return of(text.toString());
    }

    static String of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
