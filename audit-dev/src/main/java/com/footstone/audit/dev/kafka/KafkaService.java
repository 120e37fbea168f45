package com.footstone.audit.dev.kafka;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.footstone.audit.dev.process.ChildProcess;
import com.footstone.audit.dev.process.JavaCommand;
import com.footstone.audit.dev.process.ManagedService;
import com.footstone.audit.dev.process.ServicePort;

/** A Kafka broker as a service of this machine. */
public final class KafkaService implements ManagedService {

    private static final int HEAP_MEGABYTES = 512;
    private static final int PATIENCE_MILLIS = 1_000;

    private final Path data;
    private final ServicePort port;
    private final ServicePort controllerPort;
    private final List<Relay> relays;

    /** The same as below without further doors. */
    public KafkaService(Path data, ServicePort port, ServicePort controllerPort) {
        this(data, port, controllerPort, List.of());
    }

    /**
     * Describes the service; nothing is started.
     *
     * @param data its folder
     * @param relays further doors
     */
    public KafkaService(Path data, ServicePort port, ServicePort controllerPort, List<Relay> relays) {
        this.data = data.toAbsolutePath();
        this.port = port;
        this.controllerPort = controllerPort;
        this.relays = List.copyOf(relays);
    }

    @Override
    public String name() {
        return "Kafka";
    }

    @Override
    public ServicePort port() {
        return port;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port.number();
    }

    @Override
    public void prepare() throws IOException {
        KafkaProcess.awaitPredecessor(data);
        controllerPort.requireFree("Kafka's controller");
    }

    @Override
    public ChildProcess launch() throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of(data.toString(), String.valueOf(port.number()), String.valueOf(controllerPort.number())));
        relays.forEach(relay -> arguments.add(relay.toString()));
        return ChildProcess.start(
                JavaCommand.of(KafkaProcess.class, HEAP_MEGABYTES, arguments),
                JavaCommand.environment(),
                data.resolve("kafka.log"));
    }

    @Override
    public boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.number()), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void complete() throws IOException {
        ProductTopics.create(bootstrapServers());
    }
}
