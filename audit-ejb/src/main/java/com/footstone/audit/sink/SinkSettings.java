package com.footstone.audit.sink;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.Config;

import com.footstone.audit.config.Setting;
import com.footstone.audit.config.SettingsSource;
import com.footstone.audit.config.ValueType;

/**
 * How long ClickHouse keeps what it is given.
 *
 * @param eventDays days after which events go, 1 to 20,000
 * @param statisticsDays days after which hourly counts go, likewise
 */
public record SinkSettings(int eventDays, int statisticsDays) {

    /**
     * How long rows of events stay after their batch may be released: the tombstone must come first, also if the service
     * is down for a while, and it releases whole days.
     */
    public static final int ROWS_OUTLIVE_EVIDENCE_DAYS = 3;

    /** ClickHouse counts the end of a row's life in seconds up to the year 2106 and begins anew beyond. */
    private static final int MOST_DAYS = 20_000;

    private static final Setting<Integer> EVENT_DAYS = Setting.of(
            "audit.retention.events",
            ValueType.integer(1, MOST_DAYS, "days"),
            "90",
            "Days that events are kept, from when they were received; they go within three more");
    private static final Setting<Integer> STATISTICS_DAYS = Setting.of(
            "audit.retention.statistics",
            ValueType.integer(1, MOST_DAYS, "days"),
            "400",
            "Days that hourly counts are kept");

    public static SinkSettings from(Config config) {
        return new SinkSettings(EVENT_DAYS.read(config), STATISTICS_DAYS.read(config));
    }

    /** Makes the keys known. */
    @ApplicationScoped
    public static class Keys implements SettingsSource {
        @Override
        public List<Setting<?>> settings() {
            return List.of(EVENT_DAYS, STATISTICS_DAYS);
        }
    }
}
