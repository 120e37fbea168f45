package com.footstone.audit.inserver;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;

import org.flywaydb.core.api.FlywayException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.footstone.audit.inserver.stage.ProductArchive;
import com.footstone.audit.sink.Schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Runs in a schema and a database of its own, and so can drop all tables. */
@InServer
class SchemaIT {

    private static final String RETENTION = "audit.retention.events";

    @Inject
    private Schema schema;

    @Inject
    private Stores stores;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService executor;

    @Deployment
    static EnterpriseArchive application() {
        return ProductArchive.named("schema").withTests(SchemaIT.class).build();
    }

    @BeforeEach
    void empty() throws SQLException {
        stores.changePostgres("""
                do $$
                declare name text;
                begin
                    for name in select tablename from pg_tables where schemaname = current_schema() loop
                        execute format('drop table %I cascade', name);
                    end loop;
                end $$
                """);
        stores.changeClickHouse(
                "DROP VIEW IF EXISTS events_hourly_view SYNC",
                "DROP TABLE IF EXISTS events SYNC",
                "DROP TABLE IF EXISTS events_hourly SYNC",
                "DROP TABLE IF EXISTS schema_version SYNC");
    }

    @AfterEach
    void forget() {
        System.clearProperty(RETENTION);
    }

    @Test
    void emptyStoresGetTheirTables() throws SQLException {
        schema.migrate();

        assertInstalledOnce();
    }

    @Test
    void aRepeatedMigrationKeepsWhatIsThere() throws SQLException {
        schema.migrate();
        stores.changePostgres("insert into intake_position values ('kept', 0, 1, 0, 0, now())");
        stores.changeClickHouse("INSERT INTO events (topic, timestamp, received_at) VALUES ('kept', now(), now())");
        schema.migrate();

        assertInstalledOnce();
        assertThat(stores.postgres("select topic from intake_position")).containsExactly(List.of("kept"));
        assertThat(stores.clickHouseNumber("SELECT count() FROM events")).isOne();
        assertThat(stores.clickHouseNumber("SELECT sum(events) FROM events_hourly"))
                .isOne();
    }

    @Test
    void severalInstancesAtATimeInstallOnce() throws Exception {
        List<Callable<Void>> instances = Collections.nCopies(3, () -> {
            schema.migrate();
            return null;
        });
        for (Future<Void> one : executor.invokeAll(instances)) {
            one.get();
        }

        assertInstalledOnce();
    }

    @Test
    void aClickHouseScriptThatStoppedHalfWayIsFinished() throws SQLException {
        schema.migrate();
        stores.changeClickHouse("DROP VIEW events_hourly_view SYNC", "TRUNCATE TABLE schema_version SYNC");
        schema.migrate();

        assertInstalledOnce();
    }

    @Test
    void aNewRetentionTakesEffect() throws SQLException {
        schema.migrate();
        assertThat(engine("events")).contains("toIntervalDay(93)");
        assertThat(engine("events_hourly")).contains("toIntervalDay(400)");

        System.setProperty(RETENTION, "30");
        schema.migrate();
        assertThat(engine("events")).contains("toIntervalDay(33)").doesNotContain("toIntervalDay(93)");
        assertThat(engine("events_hourly")).contains("toIntervalDay(400)");
    }

    @Test
    void aClickHouseScriptThatWasChangedAfterItsReleaseIsRefused() throws SQLException {
        schema.migrate();
        stores.changeClickHouse(
                "TRUNCATE TABLE schema_version SYNC",
                "INSERT INTO schema_version (version, script, checksum) VALUES (1, 'V1__events.sql', 'other')");

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(schema::migrate)
                .withMessageContaining("V1__events.sql")
                .withMessageContaining("run the version that set it up");
    }

    @Test
    void aPostgresqlScriptThatWasChangedAfterItsReleaseIsRefused() throws SQLException {
        schema.migrate();
        stores.changePostgres("update flyway_schema_history set checksum = checksum + 1 where version = '1'");

        assertThatExceptionOfType(FlywayException.class)
                .isThrownBy(schema::migrate)
                .withMessageContaining("checksum mismatch");
        // Whoever comes next must not wait for a lock that was left behind.
        stores.changePostgres("update flyway_schema_history set checksum = checksum - 1 where version = '1'");
        schema.migrate();
    }

    private void assertInstalledOnce() throws SQLException {
        assertThat(stores.postgres("select version, success from flyway_schema_history where version is not null"))
                .startsWith(List.of("1", true), List.of("2", true), List.of("3", true))
                .doesNotHaveDuplicates()
                .allSatisfy(installed -> assertThat(installed.get(1)).isEqualTo(true));
        assertThat(stores.postgres(
                        "select table_name from information_schema.tables where table_schema = current_schema()"))
                .contains(
                        List.of("acquaintance"),
                        List.of("anomaly"),
                        List.of("detection"),
                        List.of("evidence_batch"),
                        List.of("finding"),
                        List.of("intake_position"),
                        List.of("policy_version"),
                        List.of("presence"),
                        List.of("producer"),
                        List.of("statement"),
                        List.of("volume"));
        assertThat(stores.clickHouse("SELECT name FROM system.tables WHERE database = currentDatabase() ORDER BY name"))
                .containsExactly(
                        List.of("events"),
                        List.of("events_hourly"),
                        List.of("events_hourly_view"),
                        List.of("schema_version"));
        assertThat(stores.clickHouse("SELECT script FROM schema_version ORDER BY version"))
                .containsExactly(
                        List.of("V1__events.sql"),
                        List.of("V2__readable_marks.sql"),
                        List.of("V3__by_received.sql"),
                        List.of("V4__policy.sql"));
        assertThat(engine("events")).contains("compress_marks = 0");
        assertThat(engine("events_hourly")).contains("compress_marks = 0");
    }

    private String engine(String table) throws SQLException {
        return (String) stores.clickHouse(
                        "SELECT engine_full FROM system.tables WHERE database = currentDatabase() AND name = ?", table)
                .get(0)
                .get(0);
    }
}
