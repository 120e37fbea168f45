package com.footstone.audit.intake;

/**
 * When a step of a batch ran.
 *
 * @param begun as {@link System#nanoTime} told it
 * @param ended likewise
 */
record StepTime(IntakeMetrics.Stage stage, long begun, long ended) {}
