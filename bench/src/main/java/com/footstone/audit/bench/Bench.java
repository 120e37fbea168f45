package com.footstone.audit.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import com.footstone.audit.bench.BenchSettings.Section;
import com.footstone.audit.bench.Contest.Entry;
import com.footstone.audit.bench.contender.Floor;
import com.footstone.audit.bench.contender.Naive;
import com.footstone.audit.bench.contender.Product;
import com.footstone.audit.bench.load.RecordedStream;
import com.footstone.audit.bench.load.Recording;
import com.footstone.audit.bench.load.TopicLoad;
import com.footstone.audit.bench.measure.ContenderRun;
import com.footstone.audit.bench.stage.Stage;

/** Measures everything, writes {@code bench.json} and prints a table. */
public final class Bench {

    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private final BenchSettings settings;

    private Bench(BenchSettings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) {
        KAFKA.setLevel(Level.WARNING);
        try {
            new Bench(BenchSettings.from(System.getProperties())).run();
            System.exit(0);
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private void run() {
        try (Stage stage = Stage.open(settings.folder().resolve("run"), Bench::say)) {
            RecordedStream recorded =
                    new RecordedStream(Recording.make(stage), Instant.now().minus(Duration.ofHours(1)));
            if (settings.covers(Section.CONTEST)) {
                contest(stage, recorded);
            }
        }
    }

    private void contest(Stage stage, RecordedStream recorded) {
        String topic = "recorded";
        TopicLoad.fill(stage, topic, recorded, (settings.warmUp() + settings.events()) * 11 / 10);
        Product product = new Product(
                settings.serverHome(), settings.profile() ? Product.profiled(settings.folder()) : List.of(), Map.of());
        try (ContenderRun template = ContenderRun.start(stage, product, topic)) {
            template.watch().await(settings.naiveEvents());
            template.stop();
            List<Entry> entries = Stream.of(
                            new Entry(new Floor(template.run().stores()), settings.warmUp(), settings.events()),
                            new Entry(
                                    new Naive(settings.naiveFolder()),
                                    settings.naiveEvents() / 2,
                                    settings.naiveEvents()),
                            new Entry(product, settings.warmUp(), settings.events()))
                    .filter(entry ->
                            settings.contenders().contains(entry.contender().name()))
                    .toList();
            new Contest(stage, topic).hold(entries, settings.rounds());
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
