package com.footstone.audit.analysis;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The name of a normalized text: the first 128 bits of its SHA-256 in UTF-8, as 32 lower-case hex digits. */
final class Fingerprint {

    private static final int BYTES = 16;
    private static final int CHUNK = 4096;

    private Fingerprint() {}

    static String of(CharSequence normalized) {
        MessageDigest digest = sha256();
        CharsetEncoder encoder = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        CharBuffer characters = CharBuffer.wrap(normalized);
        // In pieces: a text of megabytes is not copied whole to be hashed.
        ByteBuffer bytes = ByteBuffer.allocate(Math.min(CHUNK, normalized.length() * 3 + 16));
        boolean more = true;
        while (more) {
            more = encoder.encode(characters, bytes, true).isOverflow();
            bytes.flip();
            digest.update(bytes);
            bytes.clear();
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
