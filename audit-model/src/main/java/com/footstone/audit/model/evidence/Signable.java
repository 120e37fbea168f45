package com.footstone.audit.model.evidence;

/** A statement that the service signs. No two kinds of statement have the same bytes. */
public interface Signable {

    /** The bytes that the signature is of. */
    byte[] signedBytes();

    /** A kind of statement and the hash of what it says. */
    static byte[] bytes(String kind, Hash content) {
        CanonicalRow row = new CanonicalRow();
        row.text(kind);
        row.hash(content);
        return row.bytes();
    }
}
