package com.footstone.audit.capture.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import com.footstone.audit.capture.context.AuditContext;
import com.footstone.audit.capture.delivery.CapturedExecution.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

class EventQueueTest {

    private static final CapturedExecution EXECUTION = execution("select 1");

    @Test
    void theBoundIsInBytesAndHoldsUntilTheyAreReleased() {
        EventQueue queue = new EventQueue(2 * EXECUTION.bytes());

        assertThat(queue.offer(EXECUTION)).isTrue();
        assertThat(queue.offer(EXECUTION)).isTrue();
        assertThat(queue.offer(EXECUTION)).isFalse();
        queue.poll();
        assertThat(queue.offer(EXECUTION)).isFalse();
        queue.release(EXECUTION);
        assertThat(queue.offer(EXECUTION)).isTrue();

        assertThat(queue.queuedBytes()).isEqualTo(2 * EXECUTION.bytes());
        assertThat(queue.dropped()).isEqualTo(2);
        assertThat(queue.captured()).isEqualTo(5);
    }

    @Test
    void anEntryKnowsWhatWasTurnedAwayBeforeIt() {
        EventQueue queue = new EventQueue(EXECUTION.bytes());
        queue.offer(EXECUTION);
        queue.offer(EXECUTION);
        queue.offer(EXECUTION);
        assertThat(queue.poll().droppedBefore()).isZero();
        queue.release(EXECUTION);
        queue.offer(EXECUTION);

        assertThat(queue.poll().droppedBefore()).isEqualTo(2);
    }

    @Test
    void textsCountByTheirLength() {
        assertThat(execution("x".repeat(1000)).bytes()).isEqualTo(EXECUTION.bytes() + 2 * (1000 - 8));
    }

    @Test
    void aClosedQueueTurnsEverythingAway() {
        EventQueue queue = new EventQueue(1_000_000);
        queue.close();

        assertThat(queue.offer(EXECUTION)).isFalse();
        assertThat(queue.queuedBytes()).isZero();
    }

    @Test
    void manyThreadsNeverExceedTheBoundNorLoseCount() throws InterruptedException {
        EventQueue queue = new EventQueue(100 * EXECUTION.bytes());
        int threads = 8;
        int each = 5000;
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService offering = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < threads; i++) {
            offering.execute(() -> {
                awaitQuietly(go);
                for (int n = 0; n < each; n++) {
                    queue.offer(EXECUTION);
                }
            });
        }
        go.countDown();
        offering.shutdown();
        assertThat(offering.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

        long taken = 0;
        while (queue.poll() != null) {
            taken++;
        }
        assertThat(taken).isBetween(1L, 100L);
        assertThat(taken + queue.dropped()).isEqualTo((long) threads * each);
        assertThat(queue.queuedBytes()).isEqualTo(taken * EXECUTION.bytes());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static CapturedExecution execution(String sql) {
        return new CapturedExecution(
                sql,
                new DatabaseSession(null, null, null, "1"),
                AuditContext.EMPTY,
                null,
                Instant.EPOCH,
                0,
                new Outcome(1, 0, null, null),
                Map.of());
    }
}
