package com.footstone.audit.model.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import com.footstone.audit.model.InvalidValueException;

/** A SHA-256. The text form is 64 lower-case hex digits. */
public final class Hash {

    /** Length in bytes. */
    public static final int LENGTH = 32;

    /** What the first link of a chain names as the link before it. */
    public static final Hash NONE = new Hash(new byte[LENGTH]);

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A hash that was computed before.
     *
     * @throws InvalidValueException if there are not 32 bytes
     */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new InvalidValueException("hash", "does not have " + LENGTH + " bytes");
        }
        return new Hash(bytes.clone());
    }

    /**
     * Reads the text form.
     *
     * @throws InvalidValueException if the text is not 64 hex digits
     */
    public static Hash parse(String hex) {
        try {
            return of(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException("hash", "is not written in hex digits");
        }
    }

    /** The hash of bytes. */
    public static Hash sha256(byte[] data) {
        return new Hash(digest().digest(data));
    }

    /** A digest that has been fed everything; it begins anew. */
    static Hash end(MessageDigest digest) {
        return new Hash(digest.digest());
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    void feed(MessageDigest digest) {
        digest.update(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
