package com.footstone.audit.bench;

import java.util.ArrayList;
import java.util.List;

import com.footstone.audit.bench.contender.Contender;
import com.footstone.audit.bench.measure.ContenderRun;
import com.footstone.audit.bench.measure.Watch;
import com.footstone.audit.bench.stage.Stage;

/** Drains a long backlog with a small heap, and looks at the process's memory on the way. */
final class Backlog {

    private static final int LOOKS = 10;

    /** The first tenths are those in which Java fills the heap that it was given. */
    private static final int SETTLED = 3;

    private final Stage stage;

    Backlog(Stage stage) {
        this.stage = stage;
    }

    /**
     * What was found.
     *
     * @param heapMegabytes most that Java may use for objects
     * @param residentBytes memory of the process after each tenth of the backlog
     * @param growth memory at the end as part of that after three tenths
     */
    record Result(long events, int heapMegabytes, double eventsPerSecond, List<Long> residentBytes, double growth) {}

    Result drain(Contender contender, String topic, long events, int heapMegabytes) {
        List<Long> resident = new ArrayList<>();
        try (ContenderRun run = ContenderRun.start(stage, contender, topic)) {
            Watch watch = run.watch();
            Watch.Look start = watch.await(1);
            Watch.Look last = start;
            for (int look = 1; look <= LOOKS; look++) {
                last = watch.await(events * look / LOOKS);
                resident.add(last.contender().resident());
            }
            return new Result(
                    events,
                    heapMegabytes,
                    start.to(last).eventsPerSecond(),
                    resident,
                    (double) resident.get(LOOKS - 1) / resident.get(SETTLED - 1));
        }
    }
}
