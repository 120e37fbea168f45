package com.footstone.audit.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.footstone.audit.model.evidence.Hash;
import com.footstone.audit.model.evidence.MerkleTree;
import com.footstone.audit.model.evidence.Release;
import com.footstone.audit.model.evidence.SealedBatch;
import com.footstone.audit.model.evidence.SigningKey;
import com.footstone.audit.model.evidence.document.EvidenceLine;
import com.footstone.audit.model.evidence.document.EvidenceWriter;

import static org.assertj.core.api.Assertions.assertThat;

/** What PostgreSQL may have been made to say, exported and signed by a service that knows of nothing. */
class ChainCheckTest {

    private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
    private static final Hash EMPTY = MerkleTree.root(List.of());

    @TempDir
    private Path folder;

    private final SigningKey key = SigningKey.generate();
    private final List<EvidenceLine.Sealed> chain = new ArrayList<>();

    @BeforeEach
    void fourBatches() throws IOException {
        Files.writeString(folder.resolve("key.pem"), key.publicPem());
        Hash previous = Hash.NONE;
        for (int i = 0; i < 4; i++) {
            SealedBatch batch = batch(i, previous);
            chain.add(new EvidenceLine.Sealed(batch, key.sign(batch)));
            previous = batch.link();
        }
    }

    @Test
    void aChainFromItsBeginningToItsHeadIsIntact() throws IOException {
        assertThat(verify(head(chain.get(3), 40), chain)).startsWith("0").contains("VERIFIED 1 partitions, 4 batches");
    }

    @Test
    void aBatchThatIsMissingIsNoticed() throws IOException {
        for (int missing = 0; missing < 4; missing++) {
            List<EvidenceLine.Sealed> rest = new ArrayList<>(chain);
            rest.remove(missing);
            assertThat(verify(head(chain.get(3), 40), rest))
                    .as("batch " + missing)
                    .startsWith("1");
        }
    }

    @Test
    void evidenceThatEndsBeforeTheIntakeDoesIsNoticed() throws IOException {
        assertThat(verify(head(chain.get(2), 40), chain.subList(0, 3)))
                .startsWith("1")
                .contains("sealed up to 30");
    }

    @Test
    void aBatchThatWasWrittenAnewNeedsTheKey() throws IOException {
        SealedBatch forged = new SealedBatch(
                1, "t", 0, 10, 20, AT, 1, Hash.NONE, chain.get(0).batch().link());
        List<EvidenceLine.Sealed> lines = new ArrayList<>(chain);
        lines.set(1, new EvidenceLine.Sealed(forged, chain.get(1).seal()));
        assertThat(verify(head(chain.get(3), 40), lines)).startsWith("1").contains("[10, 20): was not signed");

        lines.set(1, new EvidenceLine.Sealed(forged, SigningKey.generate().sign(forged)));
        assertThat(verify(head(chain.get(3), 40), lines)).startsWith("1").contains("[10, 20): was not signed");
    }

    @Test
    void theNewestBatchesThatWentWithTheirEvidenceAreMissedByTheAnchor() throws IOException {
        Path anchor = export("anchor", head(chain.get(3), 40), chain);
        Path today = export("today", head(chain.get(1), 20), chain.subList(0, 2));

        assertThat(run(today)).startsWith("0");
        assertThat(run(today, "--anchor", anchor.toString())).startsWith("1").contains("newest batches were removed");
    }

    @Test
    void aChainThatWasWrittenAnewWithTheKeyIsNotThatOfTheAnchor() throws IOException {
        Path anchor = export("anchor", head(chain.get(1), 20), chain.subList(0, 2));
        List<EvidenceLine.Sealed> other = new ArrayList<>();
        Hash previous = Hash.NONE;
        for (int i = 0; i < 4; i++) {
            SealedBatch batch =
                    new SealedBatch(1, "t", 0, 10L * i, 10L * i + 10, AT.plusSeconds(i + 1), 0, EMPTY, previous);
            other.add(new EvidenceLine.Sealed(batch, key.sign(batch)));
            previous = batch.link();
        }
        Path today = export("today", head(other.get(3), 40), other);

        assertThat(run(today)).startsWith("0");
        assertThat(run(today, "--anchor", anchor.toString())).startsWith("1").contains("written anew before offset 20");
        Path grown = export("grown", head(chain.get(3), 40), chain);
        assertThat(run(grown, "--anchor", anchor.toString())).startsWith("0");
    }

    @Test
    void aSignedReleaseTakesThePlaceOfWhatItReleased() throws IOException {
        Release release = new Release("t", 0, 20, AT, 90, chain.get(1).batch().link(), AT);
        List<EvidenceLine> lines = new ArrayList<>();
        lines.add(new EvidenceLine.Released(release, key.sign(release)));
        lines.addAll(chain.subList(2, 4));
        assertThat(verify(head(chain.get(3), 40), lines)).startsWith("0");

        lines.set(0, new EvidenceLine.Released(release, SigningKey.generate().sign(release)));
        assertThat(verify(head(chain.get(3), 40), lines)).startsWith("1");
        assertThat(verify(head(chain.get(3), 40), chain.subList(2, 4)))
                .startsWith("1")
                .contains("nor released");
    }

    @Test
    void aBatchThatTheServiceCouldNotReadIsOneFindingAndTheOthersAreVerified() throws IOException {
        for (int damaged = 0; damaged < 4; damaged++) {
            List<EvidenceLine> lines = new ArrayList<>(chain);
            lines.set(damaged, unreadable(EvidenceLine.Part.BATCH, 10L * damaged));

            assertThat(verify(head(chain.get(3), 40), lines))
                    .as("batch " + damaged)
                    .startsWith("1")
                    .contains("TAMPERED t:0 batch at offset " + 10 * damaged + ": cannot be read: root is too short")
                    .contains("NOT INTACT 1 findings in 1 partitions, 3 batches");
        }
    }

    @Test
    void soIsTheEndOfAChainAndWhatTheOthersSayStillCounts() throws IOException {
        EvidenceLine.Head head = new EvidenceLine.Head("t", 0, 40, 40, 40, Hash.NONE);
        List<EvidenceLine> lines = new ArrayList<>(chain);
        lines.add(0, unreadable(EvidenceLine.Part.HEAD, 40));
        assertThat(verify(head, lines))
                .startsWith("1")
                .contains("NOT INTACT 1 findings in 1 partitions, 4 batches")
                .doesNotContain("has no evidence");

        lines.remove(2);
        assertThat(verify(head, lines)).contains("NOT INTACT 2 findings", "[20, 30): does not follow");
    }

    @Test
    void aTombstoneThatCannotBeReadReleasesAndErasesNothing() throws IOException {
        List<EvidenceLine> lines = new ArrayList<>(chain.subList(2, 4));
        lines.add(0, unreadable(EvidenceLine.Part.RELEASE, 20));
        assertThat(verify(head(chain.get(3), 40), lines))
                .startsWith("1")
                .contains("t:0 release at offset 20: cannot be read", "nor released");

        List<EvidenceLine> erased = new ArrayList<>(chain);
        erased.add(1, unreadable(EvidenceLine.Part.ERASURE, 12));
        assertThat(verify(head(chain.get(3), 40), erased))
                .contains("NOT INTACT 1 findings", "t:0 erasure at offset 12: cannot be read");
    }

    @Test
    void anExportOfAnotherKeyOrOfNoneIsRefused() throws IOException {
        Path export = export("today", head(chain.get(3), 40), chain);
        Files.writeString(folder.resolve("key.pem"), SigningKey.generate().publicPem());
        assertThat(run(export)).startsWith("1");

        Files.writeString(folder.resolve("key.pem"), "nothing");
        assertThat(run(export)).startsWith("2").contains("public key");
        assertThat(run(folder.resolve("none"))).startsWith("2").contains("Not verified");
        assertThat(run(export, "--anchor")).startsWith("2").contains("Usage");
        assertThat(run(export, "--password", "x")).startsWith("2").contains("--password is not known");
    }

    private static EvidenceLine unreadable(EvidenceLine.Part part, long offset) {
        return new EvidenceLine.Unreadable(part, "t", 0, offset, "root is too short");
    }

    private static SealedBatch batch(int number, Hash previous) {
        return new SealedBatch(1, "t", 0, 10L * number, 10L * number + 10, AT.plusSeconds(number), 0, EMPTY, previous);
    }

    private static EvidenceLine.Head head(EvidenceLine.Sealed last, long next) {
        return new EvidenceLine.Head(
                "t", 0, next, next, last.batch().to(), last.batch().link());
    }

    private String verify(EvidenceLine.Head head, List<? extends EvidenceLine> lines) throws IOException {
        return run(export("export", head, lines));
    }

    private Path export(String name, EvidenceLine.Head head, List<? extends EvidenceLine> lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EvidenceWriter writer = new EvidenceWriter(out, key::sign);
        writer.write(new EvidenceLine.Opening(Optional.empty(), Optional.empty(), AT));
        writer.write(head);
        for (EvidenceLine line : lines) {
            writer.write(line);
        }
        writer.close();
        return Files.write(folder.resolve(name), out.toByteArray());
    }

    /** The exit code and all that was said. */
    private String run(Path export, String... more) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        List<String> arguments = new ArrayList<>(List.of(
                "--evidence",
                export.toString(),
                "--public-key",
                folder.resolve("key.pem").toString()));
        arguments.addAll(List.of(more));
        int code = new EvidenceCheck(Map.of(), Clock.systemUTC(), out, out).run(arguments.toArray(String[]::new));
        return code + "\n" + said.toString(StandardCharsets.UTF_8);
    }
}
