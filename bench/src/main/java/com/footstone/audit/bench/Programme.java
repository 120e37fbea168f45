package com.footstone.audit.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.footstone.audit.bench.BenchSettings.Section;
import com.footstone.audit.bench.Contest.Entry;
import com.footstone.audit.bench.capture.CaptureOverhead;
import com.footstone.audit.bench.code.CodeSpeed;
import com.footstone.audit.bench.code.RecordedEvents;
import com.footstone.audit.bench.code.RuleCost;
import com.footstone.audit.bench.code.WorstCases;
import com.footstone.audit.bench.contender.Floor;
import com.footstone.audit.bench.contender.Naive;
import com.footstone.audit.bench.contender.Product;
import com.footstone.audit.bench.load.RecordedStream;
import com.footstone.audit.bench.load.Recording;
import com.footstone.audit.bench.load.TopicLoad;
import com.footstone.audit.bench.stage.Stage;

/** The parts of the benchmark in their order, each on what those before it have left. */
final class Programme {

    private static final String TOPIC = "recorded";
    private static final String BACKLOG_TOPIC = "backlog";
    private static final int BACKLOG_HEAP_MEGABYTES = 512;

    /** What the product is loaded with where nobody has measured how much it can take. */
    private static final double CAUTIOUS_LOAD = 2_000;

    private static final double HALF = 0.5;

    private final BenchSettings settings;
    private final Stage stage;
    private final Product product;
    private final Set<String> failed = new LinkedHashSet<>();
    private final Instant start = Instant.now().minus(Duration.ofHours(2));

    Programme(BenchSettings settings, Stage stage) {
        this.settings = settings;
        this.stage = stage;
        product = product(List.of());
    }

    private Product product(List<String> javaOptions) {
        List<String> options = Stream.concat(
                        javaOptions.stream(),
                        settings.profile() ? Product.profiled(settings.folder()).stream() : Stream.of())
                .toList();
        return new Product(settings.serverHome(), options, Map.of());
    }

    BenchReport perform() {
        List<byte[]> recording = Recording.make(stage);
        RecordedStream stream = new RecordedStream(recording, start);
        Path file = settings.folder().resolve("recording.jsonl");
        RecordedEvents.write(file, recording);
        double eventBytes =
                TopicLoad.fill(stage, TOPIC, stream, TopicLoad.ample(settings.warmUp() + settings.events()));
        try (Template template = new Template(stage, product, TOPIC)) {
            List<Contest.Result> contenders = when(Section.CONTEST, () -> contest(template));
            return new BenchReport(
                            BenchReport.Machine.here(),
                            settings.quick(),
                            settings.rounds(),
                            settings.events(),
                            eventBytes,
                            contenders,
                            when(Section.LATENCY, () -> latency(stream, contenders)),
                            when(Section.FINGERPRINTS, () -> fingerprints(stream)),
                            when(Section.BACKLOG, () -> backlog(stream)),
                            when(Section.ROWS, () -> storedRows(template)),
                            when(Section.CAPTURE, this::capture),
                            when(Section.JMH, () -> CodeSpeed.measure(file, settings.quick() ? 1 : 8)),
                            when(Section.RULES, () -> RuleCost.measure(file)),
                            when(Section.JMH, WorstCases::measure),
                            List.copyOf(failed),
                            null)
                    .judged();
        }
    }

    /** A part that fails costs itself alone: an hour's other figures are kept, and the run ends as failed. */
    private <T> T when(Section section, Supplier<T> measurement) {
        if (!settings.covers(section)) {
            return null;
        }
        stage.say("Measuring " + section.label());
        try {
            return measurement.get();
        } catch (RuntimeException | LinkageError e) {
            stage.say(section.label() + " could not be measured: " + e);
            e.printStackTrace();
            failed.add(section.label());
            return null;
        }
    }

    private List<Contest.Result> contest(Template template) {
        List<Entry> entries = Stream.of(
                        new Entry(new Floor(template.stores()), settings.warmUp(), settings.events()),
                        new Entry(
                                new Naive(settings.naiveFolder()), settings.naiveEvents() / 2, settings.naiveEvents()),
                        new Entry(product, settings.warmUp(), settings.events()))
                .filter(entry ->
                        settings.contenders().contains(entry.contender().name()))
                .toList();
        return new Contest(stage, TOPIC).hold(entries, settings.rounds());
    }

    private Latency.Result latency(RecordedStream stream, List<Contest.Result> contenders) {
        double load = Stream.ofNullable(contenders)
                .flatMap(List::stream)
                .filter(result -> result.contender().equals(product.name()))
                .mapToDouble(result -> result.eventsPerSecond().median() * HALF)
                .findFirst()
                .orElse(CAUTIOUS_LOAD);
        Duration time = Duration.ofSeconds(settings.quick() ? 5 : 30);
        return new Latency(stage).measure(product, stream, load, time);
    }

    private List<Fingerprints.Result> fingerprints(RecordedStream stream) {
        return new Fingerprints(stage).measure(product, stream, start, settings.warmUp() / 4, settings.events() / 4);
    }

    private Backlog.Result backlog(RecordedStream stream) {
        TopicLoad.fill(stage, BACKLOG_TOPIC, stream, settings.backlog());
        return new Backlog(stage)
                .drain(
                        product(List.of("-Xmx" + BACKLOG_HEAP_MEGABYTES + "m")),
                        BACKLOG_TOPIC,
                        settings.backlog(),
                        BACKLOG_HEAP_MEGABYTES);
    }

    private List<StoredRows.Result> storedRows(Template template) {
        return new StoredRows(stage, template.stores())
                .measure(
                        product,
                        TOPIC,
                        List.of(settings.rowsFew(), settings.rowsMany()),
                        settings.warmUp(),
                        settings.events() / 2);
    }

    private CaptureOverhead.Result capture() {
        return new CaptureOverhead(stage)
                .measure(settings.quick() ? 2 : 2 * settings.rounds(), Duration.ofSeconds(settings.quick() ? 1 : 4));
    }
}
