package com.footstone.audit.inserver.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;

import com.footstone.audit.dev.Database;
import com.footstone.audit.dev.process.FreePorts;
import com.footstone.audit.dev.process.Secret;
import com.footstone.audit.server.EvidenceKey;

/** The folder of a server beside the packaged one, which it includes. What differs is in its server.env. */
final class ServerFolder {

    static final String NO_KAFKA = "127.0.0.1:1";

    private static final String SERVER = "in-server";

    private final Path user;
    private final int http;
    private final int management;
    private final int admin;

    ServerFolder(Path user, FreePorts ports) {
        this.user = user.toAbsolutePath();
        this.http = ports.next("http.port").number();
        this.management = ports.next("management.port").number();
        this.admin = ports.next("admin.port").number();
    }

    /** The folder of the server in a user directory. */
    static Path in(Path user) {
        return user.resolve("servers").resolve(SERVER);
    }

    /** What the server knows as its user directory. */
    Path user() {
        return user;
    }

    /** Where the tests' web module answers: it names no virtual host and so gets the default one. */
    int httpPort() {
        return management;
    }

    /** Writes the folder; what an earlier run changed in it is undone. */
    void write(OwnStores stores) {
        Path server = in(user);
        try (InputStream configuration = ServerFolder.class.getResourceAsStream("/in-server/server.xml")) {
            Files.createDirectories(server.resolve("apps"));
            // Where the configuration that it includes has it look for jars.
            Files.createDirectories(server.resolve("rules"));
            Files.copy(configuration, server.resolve("server.xml"), StandardCopyOption.REPLACE_EXISTING);
            Map<String, String> variables = variables(stores);
            // Kept, like the key store that it opens.
            variables.put(
                    "KEYSTORE_PASSWORD",
                    Secret.in(server.resolve("keystore.password")).value());
            EvidenceKey key = EvidenceKey.in(server);
            variables.put("AUDIT_EVIDENCE_KEY_LOCATION", key.file().toString());
            writeSecretly(server.resolve("server.env"), variables);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the test server cannot be written", e);
        }
    }

    private static void writeSecretly(Path file, Map<String, String> variables) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(
                file,
                variables.entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + variable.getValue())
                        .toList());
    }

    private Map<String, String> variables(OwnStores stores) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("HTTP_HOST", "127.0.0.1");
        variables.put("HTTP_PORT", String.valueOf(http));
        variables.put("MANAGEMENT_PORT", String.valueOf(management));
        variables.put("ADMIN_PORT", String.valueOf(admin));
        variables.put("KAFKA_BOOTSTRAP_SERVERS", NO_KAFKA);
        put(variables, "POSTGRES", stores.postgres());
        put(variables, "CLICKHOUSE", stores.clickHouse());
        return variables;
    }

    private static void put(Map<String, String> variables, String prefix, Database database) {
        variables.put(prefix + "_URL", database.url());
        variables.put(prefix + "_USER", database.user());
        variables.put(prefix + "_PASSWORD", database.password());
    }
}
