package com.footstone.audit.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What processes have used so far, as Linux tells.
 *
 * @param cpu time on processors, of ended children too
 * @param resident memory now, in bytes
 * @param peak most memory at any time, in bytes
 */
public record ProcessUsage(Duration cpu, long resident, long peak) {

    /** The sum over processes; one that has just ended counts nothing. */
    public static ProcessUsage of(List<Long> pids) {
        ProcessUsage sum = new ProcessUsage(Duration.ZERO, 0, 0);
        for (long pid : pids) {
            sum = sum.plus(of(pid));
        }
        return sum;
    }

    private static ProcessUsage of(long pid) {
        Path process = Path.of("/proc", String.valueOf(pid));
        try {
            long ticks = Ticks.sum(process.resolve("stat"), Ticks.USER_TIME, Ticks.CHILDREN_SYSTEM_TIME);
            List<String> status = Files.readAllLines(process.resolve("status"));
            return new ProcessUsage(Ticks.duration(ticks), bytes(status, "VmRSS:"), bytes(status, "VmHWM:"));
        } catch (IOException e) {
            // It has ended, or does so while it is looked at.
            return new ProcessUsage(Duration.ZERO, 0, 0);
        }
    }

    private static long bytes(List<String> status, String key) {
        return status.stream()
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }

    private ProcessUsage plus(ProcessUsage other) {
        return new ProcessUsage(cpu.plus(other.cpu), resident + other.resident, peak + other.peak);
    }
}
