package com.footstone.audit.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.TopicPartition;

import com.footstone.audit.query.PipelineStatus;

/** What the intake can say of itself to a probe: whether it runs, and what it is waiting for. Safe for all threads. */
@ApplicationScoped
public class IntakeStatus implements PipelineStatus {

    /** A loop beats twice a second; it rests longest while it waits for the last batch of a partition it loses. */
    static final Duration SILENCE_LIMIT = Duration.ofMinutes(2);

    private final Clock clock = Clock.systemUTC();
    private final Map<Integer, Instant> beats = new ConcurrentHashMap<>();
    private final Map<String, String> stalls = new ConcurrentHashMap<>();
    private volatile boolean schemaReady;
    private volatile boolean paused;
    private volatile String schemaFault = "the stores have not been reached";
    private volatile String streamFault;

    void schemaFailed(String reason) {
        schemaFault = reason;
    }

    void schemaReady() {
        schemaReady = true;
    }

    /** Whether the operator wants no events to be read for now. */
    void paused(boolean value) {
        paused = value;
    }

    boolean paused() {
        return paused;
    }

    /** The stream of messages ended for good: only a restart of the service brings it back. */
    void streamEnded(String reason) {
        streamFault = reason;
    }

    /** Announces a loop, which is neither ready nor forgotten until it says so itself. */
    LoopStatus loop(int number, IntakeMetrics metrics, CaughtUp caughtUp) {
        beat(number);
        loopFailed(number, "has not joined the group yet");
        return new LoopStatus(number, this, metrics, caughtUp);
    }

    void beat(int loop) {
        beats.put(loop, clock.instant());
    }

    void loopStopped(int loop) {
        beats.remove(loop);
    }

    void stalled(TopicPartition partition, String reason) {
        stalls.put(partition.toString(), reason);
    }

    void resumed(TopicPartition partition) {
        stalls.remove(partition.toString());
    }

    void loopFailed(int loop, String reason) {
        stalls.put("consumer " + loop, reason);
    }

    void loopJoined(int loop) {
        stalls.remove("consumer " + loop);
    }

    @Override
    public Optional<String> schemaFault() {
        return schemaReady ? Optional.empty() : Optional.of(schemaFault);
    }

    @Override
    public Map<String, String> stalls() {
        return Map.copyOf(stalls);
    }

    @Override
    public Optional<String> death() {
        if (streamFault != null) {
            return Optional.of(streamFault);
        }
        Instant limit = clock.instant().minus(SILENCE_LIMIT);
        return beats.entrySet().stream()
                .filter(beat -> beat.getValue().isBefore(limit))
                .map(beat -> "consumer " + beat.getKey() + " has not moved since " + beat.getValue())
                .findFirst();
    }
}
