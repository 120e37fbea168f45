package com.footstone.audit.bench.measure;

import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessUsageTest {

    private final List<Long> self = List.of(ProcessHandle.current().pid());

    @Test
    void aProcessThatWorksUsesTimeAndMemory() {
        Duration before = ProcessUsage.of(self).cpu();

        Awaitility.await()
                .pollInterval(Duration.ofMillis(1))
                .until(() -> ProcessUsage.of(self).cpu().compareTo(before) > 0);

        ProcessUsage usage = ProcessUsage.of(self);
        assertThat(usage.resident()).isGreaterThan(10 << 20);
        assertThat(usage.peak()).isGreaterThanOrEqualTo(usage.resident());
    }

    @Test
    void theCompilerIsPartOfTheProcess() {
        assertThat(ThreadUsage.of(self).compiler())
                .isLessThanOrEqualTo(ProcessUsage.of(self).cpu());
    }

    @Test
    void aProcessThatIsNoMoreUsesNothing() {
        assertThat(ProcessUsage.of(List.of(Long.MAX_VALUE)).cpu()).isZero();
    }
}
