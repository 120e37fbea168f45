package com.footstone.audit.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import com.footstone.audit.intake.kafka.ConsumerFault;

/** Keeps one member in the consumer group until told to stop: a member that fails is followed by a new one. */
final class ConsumerLoop implements Runnable {

    private static final System.Logger LOG = System.getLogger(ConsumerLoop.class.getName());

    private final IntakeSettings settings;
    private final PartitionTakeover takeover;
    private final Consumer<PartitionBatch> emit;
    private final LoopStatus status;
    private final Clock clock;

    private final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile GroupMember member;

    ConsumerLoop(
            IntakeSettings settings,
            PartitionTakeover takeover,
            Consumer<PartitionBatch> emit,
            LoopStatus status,
            Clock clock) {
        this.settings = settings;
        this.takeover = takeover;
        this.emit = emit;
        this.status = status;
        this.clock = clock;
    }

    @Override
    public void run() {
        while (!stopping()) {
            attend().ifPresent(this::rest);
        }
        status.stopped();
    }

    /** Ends the loop after the batches in hand; may be called by any thread. */
    void stop() {
        stopped.countDown();
        GroupMember current = member;
        if (current != null) {
            current.wakeUp();
        }
    }

    private boolean stopping() {
        return stopped.getCount() == 0;
    }

    /** Is a member of the group until told to stop, or until something fails. */
    private Optional<RuntimeException> attend() {
        try (GroupMember current = new GroupMember(settings, takeover, emit, status, clock)) {
            member = current;
            while (!stopping()) {
                status.beat();
                current.turn();
                backoff.reset();
            }
            current.finish();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        } finally {
            member = null;
        }
    }

    private void rest(RuntimeException failure) {
        Duration pause = backoff.next();
        tell(failure, pause);
        try {
            if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(System.Logger.Level.DEBUG, "The consumer was told to stop and does not start anew");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }

    /** A fault that nobody foresaw is told with its trace. */
    private void tell(RuntimeException failure, Duration pause) {
        Optional<String> known = ConsumerFault.behind(failure);
        status.failed(known.orElse("the consumer failed and starts anew"));
        if (known.isPresent()) {
            LOG.log(System.Logger.Level.ERROR, "The consumer starts anew in {0}: {1}", pause, known.get());
        } else {
            LOG.log(System.Logger.Level.ERROR, "The consumer failed and starts anew in " + pause, failure);
        }
    }
}
