package com.footstone.audit.bench.stage;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import com.footstone.audit.dev.Addresses;
import com.footstone.audit.dev.DevServices;
import com.footstone.audit.dev.DevSettings;
import com.footstone.audit.dev.Service;

/** The broker and the two stores that all contenders meet on, fresh and on loopback. They end with this process. */
public final class Stage implements AutoCloseable {

    private final Path folder;
    private final Consumer<String> news;
    private final DevServices services;
    private final Databases databases;
    private int runs;

    private Stage(Path folder, Consumer<String> news) {
        this.folder = folder;
        this.news = news;
        services = DevServices.start(DevSettings.ofThisProcess().withData(folder.resolve("data")));
        databases = new Databases(services.addresses());
    }

    /** Starts the services; what an earlier run left in the folder is gone. */
    public static Stage open(Path folder, Consumer<String> news) {
        Folders.delete(folder);
        return new Stage(folder, news);
    }

    public Addresses addresses() {
        return services.addresses();
    }

    public Databases databases() {
        return databases;
    }

    public Kafka kafka() {
        return new Kafka(services.addresses().kafkaBootstrapServers());
    }

    public DevServices services() {
        return services;
    }

    /** Databases and a folder for one run of one contender. */
    public Run newRun(String contender, String topic) {
        String name = contender + "_" + ++runs;
        return new Run(
                name,
                topic,
                databases.create(name),
                folder.resolve(name),
                addresses().kafkaBootstrapServers());
    }

    /** Ids of the processes of broker and stores. */
    public List<Long> pids() {
        return Arrays.stream(Service.values())
                .filter(services::isOwn)
                .flatMap(service -> services.pids(service).stream())
                .toList();
    }

    public void say(String line) {
        news.accept(line);
    }

    @Override
    public void close() {
        services.close();
    }
}
