package com.footstone.audit.bench.measure;

import java.time.Duration;

/**
 * What happened between two looks at a contender at work.
 *
 * @param events events that became stored
 * @param time how long that took
 * @param cpu time that the contender's own process had on processors
 * @param compilerCpu how much of that was Java's compiler: it ends after a while
 * @param collectorCpu how much of it was Java's collector of garbage
 * @param storesCpu the same of broker and stores together
 * @param peakMemory most memory that the contender's process ever had, in bytes
 */
public record Span(
        long events,
        Duration time,
        Duration cpu,
        Duration compilerCpu,
        Duration collectorCpu,
        Duration storesCpu,
        long peakMemory) {

    public double eventsPerSecond() {
        return events / seconds(time);
    }

    public double cpuSecondsPerMillion() {
        return seconds(cpu) * 1e6 / events;
    }

    public double storesCpuSecondsPerMillion() {
        return seconds(storesCpu) * 1e6 / events;
    }

    /** Part of the contender's time on processors that Java's compiler took, 0 to 1. */
    public double compilerShare() {
        return seconds(compilerCpu) / Math.max(seconds(cpu), 0.01);
    }

    /** Part of the contender's time on processors that Java's collector took, 0 to 1. */
    public double collectorShare() {
        return seconds(collectorCpu) / Math.max(seconds(cpu), 0.01);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
