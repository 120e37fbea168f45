package com.footstone.audit.model.evidence.document;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.model.evidence.Hash;
import com.footstone.audit.model.evidence.PublicKeys;

/** Reads an export from a file, line by line, however long it is. */
public final class EvidenceReader {

    private final Path file;

    public EvidenceReader(Path file) {
        this.file = file;
    }

    /** Takes a line. */
    public interface Visitor {
        void visit(EvidenceLine line) throws IOException;
    }

    /**
     * Whether the export is whole and as a trusted key signed it.
     *
     * @throws InvalidValueException if it is not an export, or has no end
     */
    public boolean signedBy(PublicKeys trusted) throws IOException {
        MessageDigest digest = EvidenceWriter.sha256();
        try (BufferedReader in = open()) {
            long lines = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("{\"type\":\"closing\"")
                        && EvidenceLine.parse(line) instanceof EvidenceLine.Closing closing) {
                    return in.readLine() == null && closes(closing, lines, digest, trusted);
                }
                digest.update((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
                lines++;
            }
        }
        throw new InvalidValueException("export", "has no closing line: it is not whole, export it again");
    }

    private static boolean closes(EvidenceLine.Closing closing, long lines, MessageDigest digest, PublicKeys trusted) {
        return closing.lines() == lines
                && closing.sha256().equals(Hash.of(digest.digest()))
                && trusted.verify(closing.statement(), closing.seal());
    }

    /**
     * Shows every line but the last to a visitor.
     *
     * @throws InvalidValueException if a line is not one of an export; tells its number
     */
    public void visit(Visitor visitor) throws IOException {
        try (BufferedReader in = open()) {
            int number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                EvidenceLine read = parse(line, number);
                if (!(read instanceof EvidenceLine.Closing)) {
                    visitor.visit(read);
                }
            }
        }
    }

    private static EvidenceLine parse(String line, int number) {
        try {
            return EvidenceLine.parse(line);
        } catch (InvalidValueException e) {
            throw new InvalidValueException("line " + number, "cannot be read: " + e.getMessage());
        }
    }

    /** By bytes, so that what is not ASCII is seen as it is. */
    private BufferedReader open() throws IOException {
        return Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
    }
}
