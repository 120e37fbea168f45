package com.footstone.audit.faults;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;

import com.footstone.audit.faults.load.Load;
import com.footstone.audit.faults.oracle.Oracle;
import com.footstone.audit.faults.plan.Fault;
import com.footstone.audit.faults.plan.Plan;
import com.footstone.audit.faults.plan.Round;
import com.footstone.audit.faults.stage.Instance;
import com.footstone.audit.faults.stage.Stage;

/** A run from an empty folder to a report. */
final class FaultRun {

    /** So that each of two instances has several. */
    private static final int PARTITIONS = 6;

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

    /** Kafka's clients report each lost connection, of which there are many here. */
    private static final Logger CHATTER = Logger.getLogger("org.apache.kafka");

    private final FaultSettings settings;
    private final Consumer<String> lines;

    FaultRun(FaultSettings settings, Consumer<String> lines) {
        this.settings = settings;
        this.lines = lines;
    }

    /** Runs what the properties ask for; ends with 1 if anything speaks against the product. */
    public static void main(String[] arguments) throws Exception {
        FaultSettings settings = FaultSettings.ofThisProcess();
        Report report = new FaultRun(settings, System.out::println).run(Plan.of(settings.seed(), settings.kills()));
        Path file = settings.folder().resolve("report.json");
        report.write(file);
        report.objections().forEach(System.out::println);
        System.out.println("Kills: " + report.kills() + ". Report: " + file);
        System.exit(report.objections().isEmpty() ? 0 : 1);
    }

    Report run(List<Round> rounds) throws Exception {
        CHATTER.setLevel(Level.OFF);
        long start = System.nanoTime();
        Path folder = settings.folder().resolve("run");
        Stage.release(folder);
        delete(folder);
        boolean fillsDisks =
                rounds.stream().flatMap(round -> round.faults().stream()).anyMatch(Fault.FullDisk.class::isInstance);
        try (Stage stage = Stage.open(settings.serverHome(), folder, fillsDisks)) {
            String broker = stage.addresses().kafkaBootstrapServers();
            widen(broker);
            try (Load load = new Load(broker, PARTITIONS, settings.perSecond(), settings.seed())) {
                load.start();
                stage.instances().parallelStream().forEach(Instance::start);
                Campaign campaign = new Campaign(stage, load, settings.patience(), lines);
                lines.accept("Seed " + settings.seed() + ": " + rounds.size() + " rounds");
                boolean ready = campaign.awaitDrained();
                boolean complete = ready && campaign.run(rounds, settings.limit());
                load.finish(ANSWER_LIMIT);
                boolean drained = campaign.awaitDrained();
                Oracle.Judgement judgement = new Oracle(stage.addresses(), stage.api()).judge();
                Duration length = Duration.ofNanos(System.nanoTime() - start);
                return new Report(settings, campaign, judgement, load.taken(), complete, drained, length);
            }
        }
    }

    private static void widen(String broker) throws ExecutionException, InterruptedException, TimeoutException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createPartitions(Map.of("sql-audit-events", NewPartitions.increaseTo(PARTITIONS)))
                    .all()
                    .get(ANSWER_LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
