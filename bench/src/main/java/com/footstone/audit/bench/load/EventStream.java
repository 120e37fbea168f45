package com.footstone.audit.bench.load;

import org.apache.kafka.clients.producer.ProducerRecord;

/** Events by their number, the same whenever they are asked for. */
public interface EventStream {

    /** Says in a line what they are. */
    String describe();

    /** The event of a number from 0 as it goes to a topic: the statement's id as the key, JSON as the value. */
    ProducerRecord<byte[], byte[]> event(String topic, long number);
}
