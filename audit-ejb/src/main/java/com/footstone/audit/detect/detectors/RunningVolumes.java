package com.footstone.audit.detect.detectors;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

import com.footstone.audit.detect.Knowledge;
import com.footstone.audit.model.anomaly.Anomaly;
import com.footstone.audit.model.anomaly.Sighting;
import com.footstone.audit.model.anomaly.Window;
import com.footstone.audit.sink.anomaly.Volumes;
import com.footstone.audit.sink.anomaly.Volumes.Amount;

/**
 * Adds up hours while they last, and finds those in which there is far more already than in the whole of the same hour of the
 * days before.
 *
 * @param unusual what is far more
 * @param days how many days an hour is compared with
 * @param statements fewer in an hour are not much
 * @param rows fewer in an hour are not much
 */
record RunningVolumes(UnusualVolume unusual, int days, long statements, long rows) {

    /**
     * What is conspicuous by now.
     *
     * @param amounts what was seen in the window, of each hour of an actor once
     * @param more whether there was more than was asked for
     */
    Sighting at(List<Amount> amounts, boolean more, Window window, Knowledge knowledge) {
        List<Anomaly> found =
                knowledge.volumes().add(unusual.detector(), amounts, window.from(), days, statements, rows).stream()
                        .flatMap(hour -> judge(hour, window.to()).stream())
                        .sorted(Comparator.comparing(Anomaly::degree).reversed())
                        .toList();
        return Worst.of(found, more);
    }

    /** The statements or else the rows. */
    Optional<Anomaly> judge(Volumes.Hour hour, Instant now) {
        Amount total = hour.total();
        Instant end = total.hour().plus(1, ChronoUnit.HOURS);
        Window window = new Window(total.hour(), end.isBefore(now) ? end : now);
        return unusual.judge(
                        total.actor(),
                        window,
                        "statements",
                        total.statements(),
                        statements,
                        past(hour, Amount::statements))
                .or(() -> unusual.judge(total.actor(), window, "rows", total.rows(), rows, past(hour, Amount::rows)));
    }

    private Past past(Volumes.Hour hour, ToLongFunction<Amount> measure) {
        Instant first = hour.since().truncatedTo(ChronoUnit.HOURS);
        long age = Math.min(days, Duration.between(first, hour.total().hour()).toDays());
        Map<Long, Long> numbers = new HashMap<>();
        hour.before().forEach((day, amount) -> numbers.put(day, measure.applyAsLong(amount)));
        return Past.of(age, numbers);
    }
}
