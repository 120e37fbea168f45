/**
 * From an execution to a Kafka record: the queue bounded by bytes, the one thread that numbers, encodes and sends, and the
 * counts of what became of everything.
 *
 * <p>Only {@code EventQueue.offer} runs on the application's threads. Nothing here knows JDBC.
 */
package com.footstone.audit.capture.delivery;
