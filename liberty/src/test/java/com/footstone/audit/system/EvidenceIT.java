package com.footstone.audit.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import com.footstone.audit.dev.Database;
import com.footstone.audit.server.EvidenceKey;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever changes the stores behind the service's back is found, by the commands of {@code docs/evidence.md}. */
@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int PARTITION = 1;
    private static final String OF_PARTITION = "topic = '" + EventTopic.NAME + "' and partition = " + PARTITION;

    private final String application = "evidence-" + UUID.randomUUID();
    private final ReadMe commands = ReadMe.of(TestFolders.repository(), "docs/evidence.md");

    private SystemUnderTest system;
    private Path folder;
    private List<String> ids;
    private String hole;

    @BeforeAll
    void store(SystemUnderTest running) throws IOException {
        system = running;
        folder = TestFolders.fresh("evidence");
        Files.copy(EvidenceKey.publicFile(system.server().folder()), folder.resolve("evidence.public.pem"));
        Files.copy(TestFolders.serverHome().resolveSibling("audit-verify.jar"), folder.resolve("audit-verify.jar"));
        ids = system.topic().send(PARTITION, events(10));
        hole = system.topic().send(PARTITION, "not an event".getBytes(StandardCharsets.UTF_8));
        // So that there is more than one batch.
        system.awaitEvents(application, 10);
        system.topic().send(PARTITION, events(10));
        system.awaitEvents(application, 20);
        assertThat(verify()).startsWith("0").contains("VERIFIED");
    }

    @Test
    void aChangeOfAnyColumnIsFound() throws Exception {
        String row = where(ids.get(3));
        for (String change : List.of(
                "end_user = 'somebody else'",
                "received_at = received_at - toIntervalMillisecond(1)",
                "rows_affected = rows_affected + 1",
                "failed = NOT failed",
                "severity = severity + 1",
                "unchecked = ['x']",
                "tables_written = []")) {
            keeping(row, () -> clickHouse("ALTER TABLE events UPDATE " + change + " WHERE " + row));
            assertThat(tampered()).as(change).contains("a row was changed");
            restore(row);
        }
        assertThat(verify()).startsWith("0");
    }

    @Test
    void aRowThatIsMissingIsFound() throws Exception {
        String row = where(ids.get(4));
        keeping(row, () -> clickHouse("ALTER TABLE events DELETE WHERE " + row));

        assertThat(tampered()).contains("rows are missing");
        restore(row);
        assertThat(verify()).startsWith("0");
    }

    @Test
    void aRowThatIsTooManyIsFound() throws Exception {
        String row = where(ids.get(5));
        keeping(row, () -> insertKept(""));
        assertThat(tampered()).contains(ids.get(5) + " has more than one row");
        restore(row);

        keeping(row, () -> insertKept("toInt64(" + offset(hole) + ") AS offset"));
        assertThat(tampered()).contains("rows are there that were not stored with it");
        clickHouse("ALTER TABLE events DELETE WHERE " + where(hole));

        insertKept("toInt64(1000000000000) AS offset, received_at - toIntervalHour(1) AS received_at");
        assertThat(tampered()).contains("beyond the last batch");
        clickHouse("ALTER TABLE events DELETE WHERE offset = 1000000000000");

        insertKept("'forged' AS topic, received_at - toIntervalHour(1) AS received_at");
        assertThat(tampered()).contains("forged:" + PARTITION);
        clickHouse("ALTER TABLE events DELETE WHERE topic = 'forged'");
        assertThat(verify()).startsWith("0");
    }

    @Test
    void rowsBehindAClaimThatIsNeverFinishedAreNotVerified() throws Exception {
        long next = Long.parseLong(
                system.stores().postgres("select next_offset from intake_position where " + OF_PARTITION));
        system.stores()
                .changePostgres("update intake_position set claimed_offset = next_offset + 10 where " + OF_PARTITION);
        keeping(
                where(ids.get(6)),
                () -> insertKept(
                        "toInt64(" + (next + 5) + ") AS offset, received_at - toIntervalHour(1) AS received_at"));
        assertThat(verify()).startsWith("2").contains("UNDECIDED", "offsets " + (next + 5) + " to " + (next + 5));

        clickHouse("ALTER TABLE events DELETE WHERE topic = '" + EventTopic.NAME + "' AND partition = " + PARTITION
                + " AND offset = " + (next + 5));
        system.stores().changePostgres("update intake_position set claimed_offset = next_offset where " + OF_PARTITION);
        assertThat(verify()).startsWith("0");
    }

    @Test
    void theNewestRowsAreMissedAlsoIfTheirEvidenceWentWithThem() throws Exception {
        verify();
        Files.copy(
                folder.resolve("evidence.jsonl"), folder.resolve("earlier.jsonl"), StandardCopyOption.REPLACE_EXISTING);
        String last = "topic = '" + EventTopic.NAME + "' AND partition = " + PARTITION + " AND offset >= "
                + system.stores()
                        .postgres("select from_offset from evidence_batch where " + OF_PARTITION
                                + " order by from_offset desc limit 1");
        keeping(last, () -> clickHouse("ALTER TABLE events DELETE WHERE " + last));
        assertThat(tampered()).contains("rows are missing");

        system.stores()
                .changePostgres("create table evidence_kept as select * from evidence_batch where " + OF_PARTITION
                        + " order by from_offset desc limit 1");
        system.stores()
                .changePostgres("delete from evidence_batch using evidence_kept k where"
                        + " evidence_batch.topic = k.topic and evidence_batch.partition = k.partition"
                        + " and evidence_batch.from_offset = k.from_offset");
        assertThat(tampered()).contains("evidence was removed");

        system.stores()
                .changePostgres("update intake_position set next_offset = k.from_offset,"
                        + " claimed_offset = k.from_offset from evidence_kept k where intake_position.topic = k.topic and"
                        + " intake_position.partition = k.partition");
        assertThat(verify()).as("nothing is left to see it by").startsWith("0");
        assertThat(verifyAgainstEarlier()).startsWith("1").contains("the newest batches were removed");

        system.stores()
                .changePostgres("update intake_position set next_offset = k.to_offset,"
                        + " claimed_offset = k.to_offset from evidence_kept k where intake_position.topic = k.topic and"
                        + " intake_position.partition = k.partition");
        system.stores().changePostgres("insert into evidence_batch select * from evidence_kept");
        system.stores().changePostgres("drop table evidence_kept");
        restore(last);
        assertThat(verify()).startsWith("0");
        assertThat(verifyAgainstEarlier()).startsWith("0");
    }

    @Test
    void aChangeOfTheEvidenceIsFound() throws Exception {
        String batch = OF_PARTITION + " and from_offset = (select max(from_offset) from evidence_batch where "
                + OF_PARTITION + ")";
        system.stores().changePostgres("update evidence_batch set events = events - 1 where " + batch);
        assertThat(tampered()).contains("was not signed by a trusted key as it is");
        system.stores().changePostgres("update evidence_batch set events = events + 1 where " + batch);
        assertThat(verify()).startsWith("0");
    }

    @Test
    void evidenceThatCannotBeReadIsToldAndAllOtherIsExported() throws Exception {
        verify();
        long batches = exportedBatches();
        system.stores()
                .changePostgres("create table evidence_kept as select * from evidence_batch where " + OF_PARTITION
                        + " order by from_offset desc limit 1");
        String batch = OF_PARTITION + " and from_offset = (select from_offset from evidence_kept)";
        for (String change :
                List.of("root = '\\x00'", "previous = ''", "to_offset = from_offset", "events = 1000000000")) {
            system.stores().changePostgres("update evidence_batch set " + change + " where " + batch);
            assertThat(tampered()).as(change).contains(EventTopic.NAME + ":1 batch at offset", ": cannot be read: ");
            assertThat(exportedBatches()).as(change).isEqualTo(batches - 1);
            restoreEvidence(batch);
        }
        system.stores().changePostgres("update evidence_batch set link = '\\x00' where " + batch);
        assertThat(tampered())
                .contains(EventTopic.NAME + ":1 head at offset", ": cannot be read: ", "NOT INTACT 1 findings");
        assertThat(exportedBatches()).isEqualTo(batches);
        restoreEvidence(batch);
        system.stores().changePostgres("drop table evidence_kept");
        assertThat(verify()).startsWith("0");
    }

    @Test
    void anErasedEventIsGoneAndItsBatchStillVerifies() throws Exception {
        String id = ids.get(7);
        assertThat(delete(id, "reason=GDPR-4711", "audit-viewer").status()).isEqualTo(403);
        assertThat(delete(id, "", "audit-admin").status()).isEqualTo(400);
        assertThat(delete(EventTopic.NAME + ":1:999999999", "reason=x", "audit-admin")
                        .status())
                .isEqualTo(404);
        String example = system.stores()
                .postgres("select example_event from finding where example_sql <> '' and application = '" + application
                        + "'");

        for (String erased : List.of(id, example)) {
            assertThat(documented("-X DELETE", Map.of("EVENT", erased)))
                    .startsWith("0")
                    .contains("ERASED");
            assertThat(system.api().ask("/audits/" + erased).statusCode()).isEqualTo(404);
        }
        assertThat(system.stores()
                        .postgres("select max(example_sql || example_evidence::text) from finding where"
                                + " example_event = '" + example + "'"))
                .isEqualTo("{}");
        assertThat(verify()).startsWith("0").contains("of them erased");

        system.stores().changePostgres("create table erasure_kept as select * from evidence_erasure");
        system.stores().changePostgres("delete from evidence_erasure where event_offset = " + offset(id));
        assertThat(tampered()).contains("rows are missing");
        system.stores()
                .changePostgres("insert into evidence_erasure select * from erasure_kept on conflict do nothing");
        system.stores().changePostgres("drop table erasure_kept");
        assertThat(verify()).startsWith("0");
    }

    @Test
    void oneEventIsProvedWithoutTheOthers() throws Exception {
        assertThat(documented("--proof", Map.of("EVENT", ids.get(1)))).startsWith("0");
        String row = where(ids.get(1));
        keeping(row, () -> clickHouse("ALTER TABLE events UPDATE end_user = 'x' WHERE " + row));
        assertThat(documented("--proof", Map.of("EVENT", ids.get(1))))
                .startsWith("1")
                .contains("is not in the batch");
        restore(row);
        assertThat(system.api().ask("/evidence/" + hole).statusCode()).isEqualTo(404);
    }

    private List<byte[]> events(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Events.bytes(Events.of(application, "delete from kept where id = " + i + " or 1 = 1")
                        .put("rowsAffected", 100_000)))
                .toList();
    }

    private void restoreEvidence(String batch) {
        system.stores().changePostgres("delete from evidence_batch where " + batch);
        system.stores().changePostgres("insert into evidence_batch select * from evidence_kept");
    }

    private long exportedBatches() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("evidence.jsonl"))) {
            return lines.filter(line -> line.startsWith("{\"type\":\"batch\"")).count();
        }
    }

    private String verify() throws IOException {
        return documented("> evidence.jsonl", Map.of());
    }

    private String tampered() throws IOException {
        String said = verify();
        assertThat(said).startsWith("1");
        return said;
    }

    private String verifyAgainstEarlier() throws IOException {
        verify();
        return documented("--anchor", Map.of());
    }

    /** Types what the page tells, and returns the exit code and what was said. */
    private String documented(String word, Map<String, String> more) throws IOException {
        Map<String, String> environment =
                new HashMap<>(system.services().addresses().environment());
        Database clickHouse = system.services().addresses().clickHouse();
        environment.put("CLICKHOUSE", clickHouse.url().replaceFirst("jdbc:clickhouse:", "http:"));
        environment.put("API", system.server().ports().apiUrl());
        environment.put("TOKEN", system.identity().token("auditor", "audit-viewer", LIMIT));
        environment.put("ADMIN_TOKEN", system.identity().token("officer", "audit-admin", LIMIT));
        environment.put("PATH", Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH"));
        environment.putAll(more);
        try (Program program = Program.start(folder, environment, List.of("bash", "-euc", commands.blockWith(word)))) {
            return program.exitCode(LIMIT) + "\n" + program.output();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while verifying", e);
        }
    }

    private Answer delete(String id, String query, String role) {
        return Answer.to(
                "DELETE",
                system.server().ports().apiUrl() + "/audits/" + id + "?" + query,
                Map.of("Authorization", "Bearer " + system.identity().token("officer", role, LIMIT)));
    }

    private static String where(String id) {
        String[] parts = id.split(":", -1);
        return "topic = '" + parts[0] + "' AND partition = " + parts[1] + " AND offset = " + parts[2];
    }

    private static long offset(String id) {
        return Long.parseLong(id.substring(id.lastIndexOf(':') + 1));
    }

    private void keeping(String row, Runnable change) {
        clickHouse("DROP TABLE IF EXISTS events_kept");
        clickHouse("CREATE TABLE events_kept ENGINE = MergeTree ORDER BY offset AS SELECT * FROM events WHERE " + row);
        change.run();
    }

    private void restore(String row) {
        clickHouse("ALTER TABLE events DELETE WHERE " + row);
        insertKept("");
    }

    /** Inserts what was kept, with other values in some columns. ClickHouse must not take it for a retry. */
    private void insertKept(String other) {
        clickHouse("INSERT INTO events SETTINGS insert_deduplicate = 0 SELECT *"
                + (other.isEmpty() ? "" : " REPLACE(" + other + ")") + " FROM events_kept");
    }

    private void clickHouse(String sql) {
        system.stores().changeClickHouse(sql);
    }
}
