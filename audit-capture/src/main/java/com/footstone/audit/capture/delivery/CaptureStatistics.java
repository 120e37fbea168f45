package com.footstone.audit.capture.delivery;

/**
 * What became of the executions that were captured since the start. Taken while events move, so the parts may be a few
 * events apart; when all is quiet {@code captured = sent + dropped}.
 *
 * @param captured executions seen
 * @param sent events that Kafka has confirmed
 * @param dropped executions that were not and will not be sent: the queue was full, the event too large, or the process
 *     ended first
 * @param queuedBytes memory held for executions that are still to be confirmed, in bytes
 * @param failures problems inside capture that were kept from the application
 */
public record CaptureStatistics(long captured, long sent, long dropped, long queuedBytes, long failures) {}
