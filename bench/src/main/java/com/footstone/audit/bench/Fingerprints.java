package com.footstone.audit.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.footstone.audit.bench.Contest.Entry;
import com.footstone.audit.bench.contender.Contender;
import com.footstone.audit.bench.load.RecordedStream;
import com.footstone.audit.bench.load.ShardedStream;
import com.footstone.audit.bench.load.TopicLoad;
import com.footstone.audit.bench.measure.Span;
import com.footstone.audit.bench.stage.Stage;

/** What it costs to meet statements for the first time: few and many of them in the same number of events. */
final class Fingerprints {

    private static final List<Integer> COUNTS = List.of(1, 100, 1_000_000);
    private static final String TABLE = "movement";

    private final Stage stage;

    Fingerprints(Stage stage) {
        this.stage = stage;
    }

    /**
     * What was found.
     *
     * @param distinct distinct statements that there are
     * @param met how many of them were among the measured events
     */
    record Result(int distinct, long met, double eventsPerSecond, double cpuSecondsPerMillion) {}

    List<Result> measure(Contender contender, RecordedStream recorded, Instant start, long warmUp, long events) {
        List<Result> results = new ArrayList<>();
        for (int distinct : COUNTS) {
            String topic = "fingerprints-" + distinct;
            ShardedStream stream =
                    new ShardedStream(recorded.eventWith("from " + TABLE + " m join account"), TABLE, distinct, start);
            TopicLoad.fill(stage, topic, stream, TopicLoad.ample(warmUp + events));
            Span span = new Contest(stage, topic).measure(new Entry(contender, warmUp, events));
            results.add(new Result(
                    distinct, Math.min(distinct, events), span.eventsPerSecond(), span.cpuSecondsPerMillion()));
            stage.say(String.format(
                    "%,d distinct statements: %,.0f events/s, %.1f CPU-s per million",
                    distinct, span.eventsPerSecond(), span.cpuSecondsPerMillion()));
        }
        return results;
    }
}
