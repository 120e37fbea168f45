package com.footstone.audit.checking.foreign;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

import org.eclipse.microprofile.config.Config;

import com.footstone.audit.config.Setting;
import com.footstone.audit.config.ValueType;

/**
 * How much a rule of others may go wrong.
 *
 * @param budget what it may take for a batch
 * @param faults so many faults within an hour, and it is switched off; from 1
 */
record GuardSettings(Duration budget, int faults) {

    private static final Setting<Duration> BUDGET = Setting.of(
            "audit.rules.budget",
            ValueType.duration(ChronoUnit.MILLIS, 10, 60_000),
            "1000",
            "What a rule of a jar may take for a batch; events that it has not answered by then count as not checked by it");
    private static final Setting<Integer> FAULTS = Setting.of(
            "audit.rules.faults",
            ValueType.integer(1, 1_000, "faults"),
            "10",
            "A rule of a jar that goes wrong with so many batches within an hour is switched off until the next start");

    static final List<Setting<?>> SETTINGS = List.of(BUDGET, FAULTS);

    GuardSettings {
        Objects.requireNonNull(budget, "budget is null");
        if (faults < 1) {
            throw new IllegalArgumentException("faults is less than 1");
        }
    }

    static GuardSettings defaults() {
        return new GuardSettings(BUDGET.defaultValue(), FAULTS.defaultValue());
    }

    static GuardSettings from(Config config) {
        return new GuardSettings(BUDGET.read(config), FAULTS.read(config));
    }
}
