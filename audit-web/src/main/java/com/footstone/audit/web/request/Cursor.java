package com.footstone.audit.web.request;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * The text that a client hands back to get the next page: a place in a list, with a checksum of the place and of the
 * question. It shows what was cut off, altered or put to another question. It is no secret and grants nothing: whoever
 * forges one sees no more than by asking for a time.
 */
final class Cursor {

    static final String NAME = "cursor";

    private static final int CHECKSUM_LENGTH = 8;

    private Cursor() {}

    /**
     * Makes a cursor.
     *
     * @param place a place in a list
     * @param question all that makes the list what it is
     */
    static String of(String place, String question) {
        byte[] text = place.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = Arrays.copyOf(checksum(text, question), CHECKSUM_LENGTH + text.length);
        System.arraycopy(text, 0, sealed, CHECKSUM_LENGTH, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /**
     * The place in a cursor.
     *
     * @throws InvalidParameterException if the cursor was not made for the question
     */
    static String place(String cursor, String question) {
        byte[] sealed = decode(cursor);
        if (sealed.length > CHECKSUM_LENGTH) {
            byte[] text = Arrays.copyOfRange(sealed, CHECKSUM_LENGTH, sealed.length);
            if (MessageDigest.isEqual(checksum(text, question), Arrays.copyOf(sealed, CHECKSUM_LENGTH))) {
                return new String(text, StandardCharsets.UTF_8);
            }
        }
        throw fault();
    }

    static InvalidParameterException fault() {
        return new InvalidParameterException(
                NAME, "is not the \"next\" of an answer to this same question: leave it out to begin anew");
    }

    private static byte[] decode(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw fault();
        }
    }

    private static byte[] checksum(byte[] text, String question) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(question.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return Arrays.copyOf(digest.digest(text), CHECKSUM_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
