package com.footstone.audit.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.footstone.audit.dev.process.ChildProcess;
import com.footstone.audit.dev.process.JavaCommand;
import com.footstone.audit.dev.shop.ShopMain;

/** The audited application in a process of its own, and the ledger that it leaves of what it truly executed. */
final class ShopProcess implements AutoCloseable {

    private static final int HEAP_MEGABYTES = 256;

    private final ChildProcess process;
    private final Path ledger;

    private ShopProcess(ChildProcess process, Path ledger) {
        this.process = process;
        this.ledger = ledger;
    }

    /**
     * Starts the shop.
     *
     * @param folder for its log and its ledger
     * @param environment where its database and Kafka are
     */
    static ShopProcess start(Path folder, Map<String, String> environment) throws IOException {
        Path ledger = folder.resolve("ledger.json").toAbsolutePath();
        Files.createDirectories(folder);
        Files.deleteIfExists(ledger);
        List<String> command = JavaCommand.of(ShopMain.class, HEAP_MEGABYTES, List.of());
        command.add(1, "-Dshop.ledger=" + ledger);
        Map<String, String> variables = new HashMap<>(environment);
        variables.putAll(JavaCommand.environment());
        variables.put("AUDIT_KAFKA_BOOTSTRAP_SERVERS", environment.get("KAFKA_BOOTSTRAP_SERVERS"));
        return new ShopProcess(ChildProcess.start(command, variables, folder.resolve("shop.log")), ledger);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String lastWords() {
        return process.lastWords();
    }

    /** Has the shop close, and returns its ledger. */
    JsonNode finish() throws IOException {
        process.stop();
        if (!Files.exists(ledger)) {
            throw new IOException("The shop left no ledger. " + process.lastWords());
        }
        return new ObjectMapper().readTree(ledger.toFile());
    }

    @Override
    public void close() {
        process.stop();
    }
}
