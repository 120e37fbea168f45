package com.footstone.audit.bench;

import java.util.ArrayList;
import java.util.List;

import com.footstone.audit.bench.contender.Contender;
import com.footstone.audit.bench.measure.ContenderRun;
import com.footstone.audit.bench.measure.Span;
import com.footstone.audit.bench.measure.Watch;
import com.footstone.audit.bench.stage.Databases;
import com.footstone.audit.bench.stage.Stage;
import com.footstone.audit.bench.stage.StorePair;

/** Whether the product slows down as the table grows. */
final class StoredRows {

    private static final int COPIED = 5_000;
    private static final long COPIES_AT_ONCE = 2_000;

    private final Stage stage;
    private final StorePair template;

    /** @param template where the product has stored some events, which are copied over and over */
    StoredRows(Stage stage, StorePair template) {
        this.stage = stage;
        this.template = template;
    }

    /**
     * What was found.
     *
     * @param rows rows that were there before
     */
    record Result(long rows, double eventsPerSecond, double cpuSecondsPerMillion) {}

    List<Result> measure(Contender contender, String topic, List<Long> sizes, long warmUp, long events) {
        List<Result> results = new ArrayList<>();
        for (long rows : sizes) {
            try (ContenderRun run = ContenderRun.start(stage, contender, topic, stores -> fill(stores, rows))) {
                Watch watch = run.watch();
                long before = rows / COPIED * COPIED;
                Watch.Look start = watch.await(before + warmUp);
                Span span = start.to(watch.await(start.rows() + events));
                results.add(new Result(rows, span.eventsPerSecond(), span.cpuSecondsPerMillion()));
                stage.say(String.format("%,d rows stored: %,.0f events/s", rows, span.eventsPerSecond()));
            }
        }
        return results;
    }

    /**
     * Copies the template's first rows, each copy a second before the last and in places that no topic of ours has. A part
     * at a time: a statement of many minutes could be cut off, and would tell nobody how far it is.
     */
    private void fill(StorePair stores, long rows) {
        Databases.copyTables(template, stores);
        long copies = rows / COPIED;
        for (long done = 0; done < copies; done += COPIES_AT_ONCE) {
            long now = Math.min(COPIES_AT_ONCE, copies - done);
            Databases.execute(
                    stores.clickHouse(),
                    "INSERT INTO events SELECT * EXCEPT copy REPLACE ("
                            + "'stored before' AS topic, timestamp - toIntervalSecond(copy) AS timestamp)"
                            + " FROM (SELECT * FROM " + template.name() + ".events LIMIT " + COPIED + ") AS stored"
                            + " CROSS JOIN (SELECT number AS copy FROM numbers(" + done + ", " + now + ")) AS copies"
                            + " SETTINGS max_partitions_per_insert_block = 0");
            if (copies > COPIES_AT_ONCE) {
                stage.say(String.format("%,d of %,d rows are there", (done + now) * COPIED, rows));
            }
        }
    }
}
