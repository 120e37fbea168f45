package com.footstone.audit.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.eclipse.microprofile.reactive.messaging.spi.Connector;

import com.footstone.audit.config.HotSettings;
import com.footstone.audit.sink.IntakePositions;

/** The members that this instance adds to the consumer group. */
@ApplicationScoped
public class ConsumerGroup {

    private static final System.Logger LOG = System.getLogger(ConsumerGroup.class.getName());

    /** What Kubernetes allows after SIGTERM less what the server itself needs. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private HotSettings hot;

    @Inject
    @Connector(KafkaConnector.NAME)
    private KafkaConnector connector;

    @Inject
    private Instance<IntakePositions> positions;

    @Inject
    private IntakeMetrics metrics;

    @Inject
    private IntakeStatus status;

    @Inject
    private CaughtUp caughtUp;

    private final List<ConsumerLoop> loops = new ArrayList<>();
    private final List<Future<?>> running = new ArrayList<>();
    private boolean left;

    /** Reads events or does not, as the operator wants it now; nothing once the application ends. May be tried again. */
    synchronized void follow() {
        IntakeSettings settings = IntakeSettings.from(hot.config());
        if (left) {
            return;
        }
        if (settings.enabled() && loops.isEmpty()) {
            status.paused(false);
            join(settings);
        } else if (!settings.enabled() && !status.paused()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "No event is audited, because audit.enabled is false: events stay in Kafka until its retention takes"
                            + " them. Set it to true to have them audited.");
            status.paused(true);
            stop();
        }
    }

    private void join(IntakeSettings settings) {
        PartitionTakeover takeover = new PartitionTakeover(positions::get, metrics, status);
        try {
            for (int number = 0; number < settings.concurrency(); number++) {
                ConsumerLoop loop = new ConsumerLoop(
                        settings, takeover, connector::emit, status.loop(number, metrics, caughtUp), Clock.systemUTC());
                loops.add(loop);
                running.add(executor.submit(loop));
            }
        } catch (RuntimeException e) {
            // Some members would be taken for all of them.
            stop();
            throw e;
        }
    }

    /** Ends for good. */
    synchronized void leave() {
        left = true;
        stop();
    }

    /** Lets every member finish the batches in hand and leave the group. */
    private void stop() {
        loops.forEach(ConsumerLoop::stop);
        long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
        for (Future<?> loop : running) {
            try {
                loop.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                LOG.log(System.Logger.Level.WARNING, "A consumer did not end in time; its batch will be repeated");
            } catch (ExecutionException e) {
                LOG.log(System.Logger.Level.ERROR, "A consumer failed while ending", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        loops.clear();
        running.clear();
    }
}
