package com.footstone.audit.detect.simulation;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.footstone.audit.MeasuredPage;
import com.footstone.audit.detect.Detector;
import com.footstone.audit.detect.detectors.ErrorRate;
import com.footstone.audit.detect.detectors.FirstAccess;
import com.footstone.audit.detect.detectors.NewHost;
import com.footstone.audit.detect.detectors.NewStatement;
import com.footstone.audit.detect.detectors.RepeatedFailures;
import com.footstone.audit.detect.detectors.StatementVolume;
import com.footstone.audit.detect.detectors.StructureDrift;
import com.footstone.audit.detect.detectors.UnusualHours;
import com.footstone.audit.detect.detectors.UserVolume;
import com.footstone.audit.detect.detectors.VolumeAnomaly;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds {@code docs/detectors/README.md} against what detectors find; {@code -Dupdate.docs=true} rewrites the tables. */
class DetectorFiguresTest {

    private static final List<Detector> DETECTORS = List.of(
            new ErrorRate(),
            new FirstAccess(),
            new NewHost(),
            new NewStatement(),
            new RepeatedFailures(),
            new StatementVolume(),
            new StructureDrift(),
            new UnusualHours(),
            new UserVolume(),
            new VolumeAnomaly());

    private static DetectorFigures figures;

    @BeforeAll
    static void live() {
        figures = DetectorFigures.of(DETECTORS, Plant.all());
    }

    @Test
    void thePageHasTheFigures() throws IOException {
        new MeasuredPage("detectors/README.md").mustTell(figures.page());
    }

    @Test
    void noDetectorThatWakesSomebodyCriesWolfDaily() {
        assertThat(DETECTORS).allSatisfy(detector -> assertThat(
                        figures.severeFalseAlarmsAWeek(detector.info().id()))
                .isLessThan(7));
    }
}
