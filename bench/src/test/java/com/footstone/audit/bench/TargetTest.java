package com.footstone.audit.bench;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.footstone.audit.bench.measure.Spread;

import static org.assertj.core.api.Assertions.assertThat;

class TargetTest {

    @Test
    void theProductIsHeldAgainstFloorAndNaiveService() {
        List<Target> targets =
                Target.all(report(List.of(result("floor", 50_000), result("naive", 1_000), result("product", 29_000))));

        assertThat(targets)
                .extracting(Target::name)
                .containsExactly("events/s / floor", "events/s / naive", "events per CPU-second of its own process");
        assertThat(targets).extracting(Target::met).containsExactly(false, true, true);
    }

    @Test
    void whatWasNotMeasuredIsNotPromised() {
        assertThat(Target.all(report(null))).isEmpty();
    }

    private static Contest.Result result(String name, double eventsPerSecond) {
        Spread cpu = Spread.of(List.of(30.0));
        return new Contest.Result(name, Spread.of(List.of(eventsPerSecond)), cpu, 0.1, 0.1, cpu, 1);
    }

    private static BenchReport report(List<Contest.Result> contenders) {
        return new BenchReport(
                BenchReport.Machine.here(),
                true,
                1,
                1,
                null,
                contenders,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null);
    }
}
