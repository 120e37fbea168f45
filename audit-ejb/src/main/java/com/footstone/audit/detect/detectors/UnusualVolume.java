package com.footstone.audit.detect.detectors;

import java.util.Locale;
import java.util.Optional;

import com.footstone.audit.model.Severity;
import com.footstone.audit.model.anomaly.Anomaly;
import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.model.anomaly.Window;

/**
 * What is far more than usual.
 *
 * @param detector who finds it
 * @param leastDays on fewer days there is nothing usual
 * @param deviations so many usual deviations above the median are conspicuous
 */
record UnusualVolume(String detector, int leastDays, int deviations) {

    /** So many times the deviations are high. */
    private static final int FAR_MORE = 4;

    /**
     * Judges an hour of somebody.
     *
     * @param subject who
     * @param window the hour, or what of it is over
     * @param unit what is counted
     * @param observed how much it was
     * @param least less is not much, whatever is usual
     * @param past how much it was in the same hour of the days before
     */
    Optional<Anomaly> judge(Subject subject, Window window, String unit, long observed, long least, Past past) {
        if (observed < least || past.days().size() < leastDays) {
            return Optional.empty();
        }
        Baseline usual = Baseline.of(past.days());
        double excess = usual.excess(observed);
        if (excess < deviations || past.isUsualOnThisWeekday(observed, deviations)) {
            return Optional.empty();
        }
        return Optional.of(new Anomaly(
                detector,
                subject,
                window,
                excess < FAR_MORE * (double) deviations ? Severity.MEDIUM : Severity.HIGH,
                excess,
                "In an hour there were " + observed + " " + unit + ", where " + Math.round(usual.median())
                        + " are usual.",
                Evidence.empty()
                        .with("unit", unit)
                        .with("observed", observed)
                        .with("median", Math.round(usual.median()))
                        .with("deviation", Math.round(usual.spread()))
                        .with("deviationsAbove", String.format(Locale.ROOT, "%.1f", excess))
                        .with("threshold", deviations)
                        .with("days", past.days().size())
                        .values()));
    }
}
