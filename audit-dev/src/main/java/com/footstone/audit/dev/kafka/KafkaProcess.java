package com.footstone.audit.dev.kafka;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import com.footstone.audit.dev.process.FolderLock;
import com.footstone.audit.dev.process.Lifeline;

import kafka.Kafka;
import kafka.tools.StorageTool;

/**
 * The process that runs the broker.
 *
 * <p>Arguments: the data folder, the port for clients, the port for the controller, and any number of relays.
 */
public final class KafkaProcess {

    /** The same at every start, and for every broker that is to join: the storage remembers it. */
    private static final String CLUSTER_ID = "c3FsLWF1ZGl0LWRldi0wMQ";

    private static final Duration PREDECESSOR = Duration.ofSeconds(60);

    private KafkaProcess() {}

    /**
     * Runs until the parent process ends or this one is told to.
     *
     * @throws IOException if the data folder cannot be used
     */
    public static void main(String[] arguments) throws IOException {
        Lifeline.endWithParent();
        Path data = Path.of(arguments[0]);
        FolderLock.hold(lockFile(data), PREDECESSOR);
        Path logs = data.resolve("logs");
        List<Relay> relays = Arrays.stream(arguments).skip(3).map(Relay::parse).toList();
        Path settings = data.resolve("server.properties");
        try (Writer writer = Files.newBufferedWriter(settings)) {
            BrokerSettings.of(logs, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), relays)
                    .store(writer, "Written at every start");
        }
        format(settings);
        Kafka.main(new String[] {settings.toString()});
    }

    private static void format(Path settings) throws IOException {
        String[] command = {"format", "--ignore-formatted", "--config", settings.toString(), "--cluster-id", CLUSTER_ID
        };
        if (StorageTool.execute(command, System.out) != 0) {
            throw new IOException("the broker's storage cannot be formatted");
        }
    }

    private static Path lockFile(Path data) {
        return data.resolve("process.lock");
    }

    /** Waits for a process that served the folder and is about to end. */
    static void awaitPredecessor(Path data) throws IOException {
        FolderLock.hold(lockFile(data), PREDECESSOR).close();
    }
}
