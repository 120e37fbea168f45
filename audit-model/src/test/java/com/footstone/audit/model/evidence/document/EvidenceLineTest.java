package com.footstone.audit.model.evidence.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.model.EventId;
import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.model.evidence.Erasure;
import com.footstone.audit.model.evidence.Hash;
import com.footstone.audit.model.evidence.PublicKeys;
import com.footstone.audit.model.evidence.Release;
import com.footstone.audit.model.evidence.Seal;
import com.footstone.audit.model.evidence.SealedBatch;
import com.footstone.audit.model.evidence.SigningKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EvidenceLineTest {

    private static final Instant AT = Instant.parse("2026-11-20T12:00:00.123456Z");
    private static final Hash HASH = Hash.sha256(new byte[] {7});
    private static final Seal SEAL = new Seal("0123456789abcdef", "AAAA");

    private static final List<EvidenceLine> LINES = List.of(
            new EvidenceLine.Opening(Optional.empty(), Optional.of(AT), AT),
            new EvidenceLine.Head("t", 2, 7, 9, 7, HASH),
            new EvidenceLine.Released(new Release("t", 2, 5, AT, 90, HASH, AT), SEAL),
            new EvidenceLine.Erased(
                    new Erasure(new EventId("t", 2, 6), HASH, "\"said\" \\ \u00e9\u2028\n\uD83D\uDC18", "somebody", AT),
                    SEAL),
            new EvidenceLine.Sealed(new SealedBatch(1, "t", 2, 5, Long.MAX_VALUE, AT, 2, HASH, Hash.NONE), SEAL),
            new EvidenceLine.Unreadable(EvidenceLine.Part.BATCH, "t", 2, 5, "root is not 32 bytes long"));

    @TempDir
    private Path folder;

    @Test
    void everyLineComesBackAsItWent() {
        for (EvidenceLine line : LINES) {
            assertThat(line.json()).matches("[ -~]+");
            assertThat(EvidenceLine.parse(line.json())).isEqualTo(line);
        }
        InclusionProof proof = new InclusionProof(
                new EventId("t", 2, 6), HASH, 1, List.of(HASH, Hash.NONE), (EvidenceLine.Sealed) LINES.get(4));
        assertThat(InclusionProof.parse(proof.json())).isEqualTo(proof);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"type\":\"batch\"}",
                "{\"type\":\"other\"}",
                "{\"type\":\"unreadable\",\"part\":\"page\",\"topic\":\"t\",\"partition\":0,\"offset\":1,\"fault\":\"f\"}",
                "{\"type\":\"opening\",\"version\":2,\"exportedAt\":\"2026-11-20T12:00:00Z\"}",
                "{\"type\":\"opening\",\"version\":1,\"exportedAt\":\"now\"}",
                "{\"type\":\"opening\",\"type\":\"opening\"}",
                "{\"type\":\"opening\"} x",
                "{\"type\":\"head\",\"topic\":\"t\",\"partition\":99999999999,\"next\":1}",
                "{\"type\":\"\\q\"}",
                "{\"a\":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}",
            })
    void whatIsNoLineIsRefused(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> EvidenceLine.parse(text));
    }

    @Test
    void anExportIsAsItWasSignedOrNot() throws IOException {
        SigningKey key = SigningKey.generate();
        byte[] export = export(key);
        PublicKeys trusted = new PublicKeys();
        trusted.addPem(key.publicPem());

        List<EvidenceLine> read = new ArrayList<>();
        file(export).visit(read::add);
        assertThat(read).isEqualTo(LINES);
        assertThat(file(export).signedBy(trusted)).isTrue();
        assertThat(file(export).signedBy(new PublicKeys())).isFalse();
    }

    @Test
    void anyOtherByteIsNoticed() throws IOException {
        SigningKey key = SigningKey.generate();
        byte[] export = export(key);
        PublicKeys trusted = new PublicKeys();
        trusted.addPem(key.publicPem());
        for (int i = 0; i < export.length; i += 13) {
            byte[] changed = export.clone();
            changed[i] ^= 1;
            assertThat(accepted(changed, trusted)).as("byte " + i).isFalse();
        }
        String text = new String(export, StandardCharsets.US_ASCII);
        int second = text.indexOf('\n') + 1;
        assertThat(accepted(text.substring(second).getBytes(StandardCharsets.US_ASCII), trusted))
                .isFalse();
        assertThat(accepted((text + text).getBytes(StandardCharsets.US_ASCII), trusted))
                .isFalse();
        assertThat(accepted(text.substring(0, text.lastIndexOf("{")).getBytes(StandardCharsets.US_ASCII), trusted))
                .isFalse();
    }

    private boolean accepted(byte[] export, PublicKeys trusted) throws IOException {
        try {
            return file(export).signedBy(trusted);
        } catch (InvalidValueException e) {
            return false;
        }
    }

    private EvidenceReader file(byte[] export) throws IOException {
        return new EvidenceReader(Files.write(folder.resolve("evidence.jsonl"), export));
    }

    private static byte[] export(SigningKey key) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EvidenceWriter writer = new EvidenceWriter(out, key::sign);
        for (EvidenceLine line : LINES) {
            writer.write(line);
        }
        writer.close();
        return out.toByteArray();
    }
}
