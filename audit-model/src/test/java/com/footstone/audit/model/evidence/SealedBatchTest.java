package com.footstone.audit.model.evidence;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.footstone.audit.model.EventId;
import com.footstone.audit.model.InvalidValueException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SealedBatchTest {

    private static final Instant AT = Instant.parse("2026-11-20T12:00:00.123456Z");
    private static final Hash ROOT = Hash.sha256(new byte[] {1});

    @Test
    void everyPartOfABatchIsInItsLink() {
        List<SealedBatch> batches = List.of(
                new SealedBatch(1, "t", 0, 10, 20, AT, 9, ROOT, Hash.NONE),
                new SealedBatch(2, "t", 0, 10, 20, AT, 9, ROOT, Hash.NONE),
                new SealedBatch(1, "u", 0, 10, 20, AT, 9, ROOT, Hash.NONE),
                new SealedBatch(1, "t", 1, 10, 20, AT, 9, ROOT, Hash.NONE),
                new SealedBatch(1, "t", 0, 11, 20, AT, 9, ROOT, Hash.NONE),
                new SealedBatch(1, "t", 0, 10, 21, AT, 9, ROOT, Hash.NONE),
                new SealedBatch(1, "t", 0, 10, 20, AT.plusNanos(1000), 9, ROOT, Hash.NONE),
                new SealedBatch(1, "t", 0, 10, 20, AT, 8, ROOT, Hash.NONE),
                new SealedBatch(1, "t", 0, 10, 20, AT, 9, Hash.NONE, Hash.NONE),
                new SealedBatch(1, "t", 0, 10, 20, AT, 9, ROOT, ROOT));

        assertThat(batches.stream().map(SealedBatch::link)).doesNotHaveDuplicates();
        assertThat(batches.get(0).link()).isEqualTo(new SealedBatch(1, "t", 0, 10, 20, AT, 9, ROOT, Hash.NONE).link());
    }

    /** What is signed of one kind must not pass for another. */
    @Test
    void kindsOfStatementsDoNotShareBytes() {
        assertThat(new Erasure(new EventId("t", 0, 1), ROOT, "r", "b", AT).signedBytes())
                .isNotEqualTo(new Release("t", 0, 1, AT, 1, ROOT, AT).signedBytes());
    }

    @Test
    void aBatchThatCannotBeIsRefused() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new SealedBatch(1, "t", 0, 10, 10, AT, 0, ROOT, Hash.NONE));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new SealedBatch(1, "t", 0, 10, 12, AT, 3, ROOT, Hash.NONE));
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Hash.parse("00"));
    }
}
