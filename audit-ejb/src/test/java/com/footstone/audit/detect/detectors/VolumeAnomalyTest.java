package com.footstone.audit.detect.detectors;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.footstone.audit.detect.detectors.VolumeAnomaly.Limits;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.anomaly.Anomaly;
import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.model.anomaly.Window;
import com.footstone.audit.query.HourlyVolume;
import com.footstone.audit.query.HourlyVolume.Hour;

import static org.assertj.core.api.Assertions.assertThat;

class VolumeAnomalyTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Subject SHOP = Subject.ofTenant("acme").by("shop");
    private static final Limits LIMITS = new Limits(7, 8, 1000, 100_000);

    /** The hour that is judged, then the same hour of the days before. */
    private static HourlyVolume volume(Hour judged, long... statements) {
        List<Hour> hours = new ArrayList<>(List.of(judged));
        for (int day = 0; day < statements.length; day++) {
            hours.add(new Hour(NOON.minus(Duration.ofDays(day + 1L)), statements[day], 10 * statements[day]));
        }
        return new HourlyVolume(SHOP, hours);
    }

    @Test
    void farMoreThanUsualIsFoundAndFarFarMoreIsHigh() {
        long[] week = {1000, 1100, 900, 1000, 1050, 950, 1000};

        assertThat(LIMITS.judge(volume(new Hour(NOON, 1700, 0), week), NOON)).isEmpty();
        assertThat(LIMITS.judge(volume(new Hour(NOON, 1900, 0), week), NOON))
                .map(Anomaly::severity)
                .contains(Severity.MEDIUM);
        assertThat(LIMITS.judge(volume(new Hour(NOON, 5000, 0), week), NOON))
                .map(Anomaly::severity)
                .contains(Severity.HIGH);
    }

    @Test
    void rowsAreJudgedWhereStatementsAreAsUsual() {
        Hour exported = new Hour(NOON, 1000, 2_000_000);
        Anomaly anomaly = LIMITS.judge(volume(exported, 1000, 1000, 1000, 1000, 1000, 1000, 1000), NOON)
                .orElseThrow();

        assertThat(anomaly.message()).isEqualTo("In an hour there were 2000000 rows, where 10000 are usual.");
        assertThat(anomaly.subject()).isEqualTo(SHOP);
        assertThat(anomaly.window()).isEqualTo(new Window(NOON, NOON.plusSeconds(3600)));
        assertThat(anomaly.evidence())
                .containsEntry("unit", "rows")
                .containsEntry("observed", "2000000")
                .containsEntry("median", "10000")
                .containsEntry("deviation", "1000")
                .containsEntry("threshold", "8")
                .containsEntry("days", "7");
    }

    @Test
    void whoIsKnownForAFewDaysOnlyIsNotJudged() {
        assertThat(LIMITS.judge(volume(new Hour(NOON, 50_000, 0), 1, 1, 1, 1, 1, 1), NOON))
                .isEmpty();
    }

    @Test
    void aDayWithoutAnyStatementCounts() {
        List<Hour> hours = List.of(new Hour(NOON, 1500, 0), new Hour(NOON.minus(Duration.ofDays(9)), 1400, 0));

        assertThat(LIMITS.judge(new HourlyVolume(SHOP, hours), NOON))
                .map(found -> found.evidence().get("median"))
                .contains("0");
    }

    @Test
    void aLittleIsNotMuchWhateverIsUsual() {
        assertThat(LIMITS.judge(volume(new Hour(NOON, 999, 99_999), 1, 1, 1, 1, 1, 1, 1), NOON))
                .isEmpty();
    }

    @Test
    void anHourIsJudgedOnceWhenItHasSettled() {
        Instant settled = NOON.plusSeconds(300);
        assertThat(VolumeAnomaly.dueHour(new Window(settled.minusSeconds(60), settled)))
                .contains(NOON.minusSeconds(3600));
        assertThat(VolumeAnomaly.dueHour(new Window(settled, settled.plusSeconds(60))))
                .isEmpty();
        assertThat(VolumeAnomaly.dueHour(new Window(settled.minusSeconds(120), settled.minusSeconds(60))))
                .isEmpty();
        assertThat(VolumeAnomaly.dueHour(new Window(settled.minusSeconds(7), settled.plusSeconds(3593))))
                .contains(NOON.minusSeconds(3600));
    }
}
