package com.footstone.audit.faults.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.faults.proxy.Moment;

import static org.assertj.core.api.Assertions.assertThat;

class PlanTest {

    @Test
    void oneSeedGivesOnePlan() {
        assertThat(Plan.of(7, 100)).isEqualTo(Plan.of(7, 100)).isNotEqualTo(Plan.of(8, 100));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aHundredKillsAreOfEveryKindAndAtEveryMoment(long seed) {
        List<Fault> faults = faults(seed, 100);

        assertThat(faults.stream().filter(Fault::kills)).hasSize(100);
        assertThat(faults.stream().map(Fault::kind).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "killService",
                        "killKafka",
                        "killPostgres",
                        "killClickhouse",
                        "pauseStore",
                        "zombie",
                        "lateDelivery",
                        "cut",
                        "slow",
                        "silence",
                        "strand",
                        "rebalance",
                        "leave",
                        "fullDisk",
                        "poisonBurst");
        Set<Moment> moments = faults.stream()
                .filter(Fault.KillService.class::isInstance)
                .map(Fault.KillService.class::cast)
                .flatMap(kill -> kill.moment().stream())
                .collect(Collectors.toSet());
        assertThat(moments).containsExactlyInAnyOrderElementsOf(Arrays.asList(Moment.values()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 10})
    void aShortPlanHasAsManyKillsAsWereAskedFor(int kills) {
        assertThat(faults(1, kills).stream().filter(Fault::kills)).hasSize(kills);
    }

    private static List<Fault> faults(long seed, int kills) {
        return Plan.of(seed, kills).stream()
                .flatMap(round -> round.faults().stream())
                .toList();
    }
}
