package com.footstone.audit.bench.contender;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.footstone.audit.bench.stage.Run;
import com.footstone.audit.dev.process.ManagedService;
import com.footstone.audit.server.Identity;
import com.footstone.audit.server.LibertyServer;
import com.footstone.audit.server.ServerPorts;

/** The product as it is packaged, with its defaults: all rules on, all guarantees kept. */
public final class Product implements Contender {

    private final Path home;
    private final List<String> javaOptions;
    private final Map<String, String> settings;

    /**
     * @param home the Open Liberty installation that holds it
     * @param javaOptions options of its Java, such as a heap
     * @param settings environment variables that set what differs from the defaults
     */
    public Product(Path home, List<String> javaOptions, Map<String, String> settings) {
        this.home = home;
        this.javaOptions = javaOptions;
        this.settings = settings;
    }

    /** Options that have each run leave a flight recording in a folder when it ends. */
    public static List<String> profiled(Path folder) {
        return List.of("-XX:StartFlightRecording=settings=profile,filename=" + folder);
    }

    @Override
    public String name() {
        return "product";
    }

    @Override
    public ManagedService service(Run run) {
        Map<String, String> environment = new HashMap<>(run.environment());
        environment.putAll(new Identity(Clock.systemUTC()).environment());
        environment.put("KEYSTORE_PASSWORD", UUID.randomUUID().toString());
        environment.putAll(settings);
        return new LibertyServer(home, run.folder(), ServerPorts.free(), environment, javaOptions);
    }
}
