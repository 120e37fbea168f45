package com.footstone.audit.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;
import org.flywaydb.core.Flyway;

/** Brings both stores to the schema of this version. */
@ApplicationScoped
public class Schema {

    /** Holds an empty file flyway.location, by which Flyway finds the folder inside a server of this family. */
    private static final String SCRIPTS = "classpath:db/postgresql";

    /** Any number will do, as long as every version of the service uses the same. */
    private static final long LOCK = 0x53514C4155444954L;

    @Resource(lookup = "jdbc/postgres")
    private DataSource postgres;

    @Resource(lookup = "jdbc/clickhouse")
    private DataSource clickhouse;

    @Inject
    private Config config;

    /**
     * Migrates PostgreSQL, then ClickHouse, while other instances wait.
     *
     * @throws ClickHouseSchemaException if ClickHouse cannot be reached or refuses
     * @throws SQLException if PostgreSQL does; what was done so far is kept and not done again
     */
    public void migrate() throws SQLException {
        SinkSettings settings = SinkSettings.from(config);
        try (Connection lock = postgres.getConnection()) {
            run(lock, "select pg_advisory_lock(" + LOCK + ")");
            try {
                flyway().migrate();
                migrateClickHouse(settings);
            } finally {
                run(lock, "select pg_advisory_unlock(" + LOCK + ")");
            }
        }
    }

    private void migrateClickHouse(SinkSettings settings) throws ClickHouseSchemaException {
        try {
            ClickHouseSchema schema = new ClickHouseSchema(clickhouse);
            schema.migrate();
            schema.keepFor(settings.eventDays(), settings.statisticsDays());
        } catch (ClickHouseSchemaException e) {
            throw e;
        } catch (SQLException | RuntimeException e) {
            throw new ClickHouseSchemaException(e);
        }
    }

    /**
     * Whether both stores have the schema of this version, or one after it; changes nothing.
     *
     * @throws ClickHouseSchemaException if ClickHouse cannot be reached or refuses
     * @throws SQLException if PostgreSQL does
     */
    public boolean current() throws SQLException {
        return flyway().info().pending().length == 0 && clickHouseIsCurrent();
    }

    private boolean clickHouseIsCurrent() throws ClickHouseSchemaException {
        try {
            return new ClickHouseSchema(clickhouse).current();
        } catch (ClickHouseSchemaException e) {
            throw e;
        } catch (SQLException | RuntimeException e) {
            throw new ClickHouseSchemaException(e);
        }
    }

    private Flyway flyway() {
        return Flyway.configure(Schema.class.getClassLoader())
                .dataSource(postgres)
                .locations(SCRIPTS)
                .callbackLocations(SCRIPTS)
                .failOnMissingLocations(true)
                .load();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
