package com.footstone.audit.model.evidence;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads what is between the lines of a PEM file. */
final class PemText {

    private PemText() {}

    /** The first block of a type, decoded. Line breaks may be missing, as in a variable of one line. */
    static Optional<byte[]> block(String pem, String type) {
        return blocks(pem, type).stream().findFirst();
    }

    static List<byte[]> blocks(String pem, String type) {
        Pattern block = Pattern.compile("-----BEGIN " + type + "-----([A-Za-z0-9+/=\\s]*+)-----END " + type + "-----");
        return block.matcher(pem)
                .results()
                .map(PemText::decoded)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<byte[]> decoded(MatchResult block) {
        try {
            return Optional.of(Base64.getMimeDecoder().decode(block.group(1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
