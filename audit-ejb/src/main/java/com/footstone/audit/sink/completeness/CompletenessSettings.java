package com.footstone.audit.sink.completeness;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.Config;

import com.footstone.audit.config.Setting;
import com.footstone.audit.config.SettingsSource;
import com.footstone.audit.config.ValueType;

/**
 * When a number is missing and a producer silent.
 *
 * @param patience for how long a number may be overtaken by later ones
 * @param silence for how long a producer may send nothing; zero if it may for ever
 * @param giveUp for how long a silent producer counts as silent
 */
public record CompletenessSettings(Duration patience, Duration silence, Duration giveUp) {

    private static final Setting<Duration> PATIENCE = Setting.of(
                    "audit.completeness.patience",
                    ValueType.duration(ChronoUnit.SECONDS, 0, 86_400),
                    "30",
                    "How long a producer's number may be overtaken by later ones before it counts as missing")
            .hot();
    private static final Setting<Duration> SILENCE = Setting.of(
                    "audit.completeness.silence",
                    ValueType.duration(ChronoUnit.MINUTES, 0, 525_600),
                    "60",
                    "How long a producer may send nothing before it counts as silent; 0 if it may for ever")
            .hot();
    private static final Setting<Duration> GIVE_UP = Setting.of(
                    "audit.completeness.giveUp",
                    ValueType.duration(ChronoUnit.HOURS, 0, 87_600),
                    "24",
                    "How long a silent producer counts as silent before it is taken to have ended")
            .hot();

    public static CompletenessSettings from(Config config) {
        return new CompletenessSettings(PATIENCE.read(config), SILENCE.read(config), GIVE_UP.read(config));
    }

    /** Whether silence is looked for. */
    public boolean watchesSilence() {
        return !silence.isZero();
    }

    /** Makes the keys known. */
    @ApplicationScoped
    public static class Keys implements SettingsSource {
        @Override
        public List<Setting<?>> settings() {
            return List.of(PATIENCE, SILENCE, GIVE_UP);
        }
    }
}
