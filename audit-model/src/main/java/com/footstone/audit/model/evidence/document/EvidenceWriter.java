package com.footstone.audit.model.evidence.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Function;

import com.footstone.audit.model.evidence.Hash;
import com.footstone.audit.model.evidence.Seal;
import com.footstone.audit.model.evidence.Signable;

/** Writes an export line by line, and signs it at its end. Keeps none of it in memory. */
public final class EvidenceWriter {

    private final DigestOutputStream out;
    private final Function<Signable, Seal> signatory;
    private long lines;

    public EvidenceWriter(OutputStream out, Function<Signable, Seal> signatory) {
        this.out = new DigestOutputStream(out, sha256());
        this.signatory = signatory;
    }

    /**
     * Writes a line.
     *
     * @throws IOException if whoever reads is gone
     */
    public void write(EvidenceLine line) throws IOException {
        out.write((line.json() + "\n").getBytes(StandardCharsets.US_ASCII));
        lines++;
    }

    /** Writes the last line. */
    public void close() throws IOException {
        Hash sha256 = Hash.of(out.getMessageDigest().digest());
        write(new EvidenceLine.Closing(lines, sha256, signatory.apply(EvidenceLine.Closing.statement(sha256))));
        out.flush();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
