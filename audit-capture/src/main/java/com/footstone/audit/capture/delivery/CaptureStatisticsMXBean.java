package com.footstone.audit.capture.delivery;

/** {@link CaptureStatistics} as JMX shows them, under {@code com.footstone.audit:type=Capture,producer=…}. */
public interface CaptureStatisticsMXBean {

    long getCaptured();

    long getSent();

    long getDropped();

    long getQueuedBytes();

    long getFailures();
}
