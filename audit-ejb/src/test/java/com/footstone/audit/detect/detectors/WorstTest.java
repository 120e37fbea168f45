package com.footstone.audit.detect.detectors;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.footstone.audit.model.Severity;
import com.footstone.audit.model.anomaly.Anomaly;
import com.footstone.audit.model.anomaly.Sighting;
import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.model.anomaly.Window;
import com.footstone.audit.query.ActivityQueries;

import static org.assertj.core.api.Assertions.assertThat;

class WorstTest {

    private static Sighting of(int rows) {
        return Worst.of(IntStream.range(0, rows).boxed().toList(), WorstTest::anomaly);
    }

    private static Anomaly anomaly(int number) {
        Window window = new Window(Instant.EPOCH, Instant.EPOCH.plusSeconds(60));
        Subject subject = Subject.ofTenant("").by("application " + number);
        return new Anomaly("Detector", subject, window, Severity.LOW, number, "A message.", Map.of());
    }

    @Test
    void keepsTheWorstAndSaysThatThereIsMore() {
        assertThat(of(0)).isEqualTo(new Sighting(List.of(), false));
        assertThat(of(ActivityQueries.MOST).more()).isFalse();
        assertThat(of(ActivityQueries.MOST + 1).more()).isTrue();
        assertThat(of(ActivityQueries.MOST + 1).anomalies())
                .hasSize(ActivityQueries.MOST)
                .startsWith(anomaly(0));
    }
}
