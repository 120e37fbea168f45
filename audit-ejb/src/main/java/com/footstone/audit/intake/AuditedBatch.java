package com.footstone.audit.intake;

import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import com.footstone.audit.intake.decode.DecodeResult.Undecodable;
import com.footstone.audit.model.AuditedEvent;

/**
 * What became of the records of a batch.
 *
 * @param events those that are events, in order
 * @param refused those that are not
 * @param unknown how many fields and values were not known
 */
record AuditedBatch(List<AuditedEvent> events, List<Refused> refused, int unknown) {

    /** A record for the dead-letter topic. */
    record Refused(ConsumerRecord<byte[], byte[]> record, Undecodable why) {}
}
