package com.footstone.audit.dev.shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.postgresql.ds.PGSimpleDataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A PostgreSQL of the test's own, with a database for each shop, that logs every statement it is sent. */
final class ShopDatabase implements AutoCloseable {

    private static final String APPLICATION = "shop";

    /** What the driver sends for methods of a connection; the empty statement is how it finds out if one is alive. */
    private static final Pattern SENT_BY_DRIVER =
            Pattern.compile(": (BEGIN|COMMIT|ROLLBACK|SHOW TRANSACTION ISOLATION LEVEL)?$");

    private final Path folder;
    private final EmbeddedPostgres postgres;

    ShopDatabase() throws IOException {
        folder = Files.createTempDirectory("shop-database");
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setServerConfig("log_statement", "all")
                .setServerConfig("log_line_prefix", "%d/%a:")
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_directory", "log")
                .setServerConfig("log_filename", "server.log")
                .start();
    }

    /** Creates an empty database. */
    void create(String database) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database);
        }
    }

    /** Creates a database with a shop installed in it. */
    void install(String database, long seed) throws SQLException {
        create(database);
        Shop.install(dataSource(database), seed);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database;
    }

    /** A pool of connections for a shop at work. */
    HikariDataSource pool(String database) throws SQLException {
        PGSimpleDataSource dataSource = dataSource(database);
        dataSource.setApplicationName(APPLICATION);
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(Shop.CONNECTIONS);
        return new HikariDataSource(config);
    }

    /** How many statements the server has logged for the shop in this database, those it could not parse included. */
    long statementsLogged(String database) throws IOException {
        String prefix = database + "/" + APPLICATION + ":";
        try (Stream<String> lines = Files.lines(folder.resolve("log/server.log"))) {
            return lines.filter(line -> line.startsWith(prefix))
                    .map(line -> line.substring(prefix.length()))
                    .filter(ShopDatabase::isStatement)
                    .count();
        }
    }

    private static boolean isStatement(String line) {
        boolean executed = line.startsWith("LOG:  execute ") && !line.startsWith("LOG:  execute fetch from ");
        boolean simple = line.startsWith("LOG:  statement: ");
        boolean unparseable = line.startsWith("ERROR:  syntax error");
        return (executed || simple || unparseable)
                && !SENT_BY_DRIVER.matcher(line).find();
    }

    private PGSimpleDataSource dataSource(String database) throws SQLException {
        return postgres.getDatabase("postgres", database).unwrap(PGSimpleDataSource.class);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
