package com.footstone.audit.dev.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import com.footstone.audit.dev.process.ChildProcess;
import com.footstone.audit.dev.process.ManagedService;
import com.footstone.audit.dev.process.Secret;
import com.footstone.audit.dev.process.ServicePort;

/**
 * A PostgreSQL server as a service of this machine. Each of its databases has an owner of the same name, who is no
 * superuser. What it acknowledges is on disk: {@code fsync} and {@code synchronous_commit} are on.
 */
public final class PostgresService implements ManagedService {

    static final String SUPERUSER = "postgres";

    private static final int CONNECTIONS = 200;

    private final ServicePort port;
    private final Binaries binaries;
    private final Cluster cluster;
    private final Path log;
    private final Secret superuser;
    private final Map<String, Secret> owners = new LinkedHashMap<>();
    private Path home;

    /**
     * Describes the service; nothing is started.
     *
     * @param data its folder
     * @param cache folder for the unpacked programs
     * @param databases names of the databases that it must have, each of {@code [a-z]+}
     * @throws IOException if a password's file cannot be read or written
     */
    public PostgresService(Path data, Path cache, ServicePort port, List<String> databases) throws IOException {
        this.port = port;
        this.binaries = new Binaries(cache);
        this.log = data.toAbsolutePath().resolve("postgres.log");
        this.cluster = new Cluster(data.toAbsolutePath().resolve("cluster"), log);
        this.superuser = Secret.in(data.resolve(SUPERUSER + ".password"));
        for (String database : databases) {
            if (!database.matches("[a-z]+")) {
                throw new IllegalArgumentException("database names are of small letters: " + database);
            }
            owners.put(database, Secret.in(data.resolve(database + ".password")));
        }
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public ServicePort port() {
        return port;
    }

    /** JDBC URL of a database. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port.number() + "/" + database;
    }

    /** Password of the database's owner. */
    public String password(String database) {
        return owners.get(database).value();
    }

    @Override
    public void prepare() throws IOException {
        home = binaries.home();
        cluster.create(home, superuser);
        cluster.awaitPredecessor();
    }

    @Override
    public ChildProcess launch() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/postgres").toString(), "-D", cluster.folder().toString()));
        settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return ChildProcess.start(GuardedCommand.of(command), Map.of(), log);
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("port", String.valueOf(port.number()));
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", String.valueOf(CONNECTIONS));
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("timezone", "UTC");
        // Statements and values are secrets, also those that fail.
        settings.put("log_min_error_statement", "panic");
        settings.put("log_error_verbosity", "terse");
        return settings;
    }

    @Override
    public boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void complete() throws IOException {
        try (Connection connection = connect()) {
            for (Map.Entry<String, Secret> owner : owners.entrySet()) {
                createRole(connection, owner.getKey(), owner.getValue());
                createDatabase(connection, owner.getKey());
            }
        } catch (SQLException e) {
            throw new IOException("roles and databases cannot be made (SQLSTATE " + e.getSQLState() + ")", e);
        }
    }

    private static void createRole(Connection connection, String name, Secret password) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
            execute(connection, "CREATE ROLE " + name + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE");
        }
        execute(connection, "ALTER ROLE " + name + " PASSWORD '" + password.value() + "'");
    }

    private static void createDatabase(Connection connection, String name) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
            execute(connection, "CREATE DATABASE " + name + " OWNER " + name);
        }
        execute(connection, "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", superuser.value());
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("loginTimeout", "5");
        return DriverManager.getConnection(url(SUPERUSER), properties);
    }
}
