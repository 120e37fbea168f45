package com.footstone.audit.detect;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.Config;

import com.footstone.audit.config.Setting;
import com.footstone.audit.config.SettingsSource;
import com.footstone.audit.config.ValueType;

/**
 * When detectors look, and for how long what they find and know is kept.
 *
 * @param window how much time they judge at once
 * @param longest how far back they go after a standstill
 * @param keptFor how long anomalies are kept, and what is known of actors, from when they were last seen
 */
public record DetectionSettings(Duration window, Duration longest, Duration keptFor) {

    private static final Setting<Duration> WINDOW = Setting.of(
                    "audit.detection.window",
                    ValueType.duration(ChronoUnit.SECONDS, 1, 3600),
                    "60",
                    "How much time detectors judge at once, and so how long they wait before they look")
            .hot();
    private static final Setting<Duration> LONGEST = Setting.of(
                    "audit.detection.longest",
                    ValueType.duration(ChronoUnit.HOURS, 1, 2400),
                    "24",
                    "How far back detectors go after a standstill; windows before that are skipped, counted and told")
            .hot();
    private static final Setting<Integer> KEPT_DAYS = Setting.of(
                    "audit.retention.anomalies",
                    ValueType.integer(1, 20_000, "days"),
                    "400",
                    "Days that anomalies are kept, and what detectors know of an application or user, from when they were last seen")
            .hot();

    public static DetectionSettings from(Config config) {
        return new DetectionSettings(
                WINDOW.read(config), LONGEST.read(config), Duration.ofDays(KEPT_DAYS.read(config)));
    }

    /** Makes the keys known. */
    @ApplicationScoped
    public static class Keys implements SettingsSource {
        @Override
        public List<Setting<?>> settings() {
            return List.of(WINDOW, LONGEST, KEPT_DAYS);
        }
    }
}
