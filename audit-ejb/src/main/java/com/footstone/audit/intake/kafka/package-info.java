/**
 * Kafka for what is no member of the consumer group: sending a record, and reading a stretch of a topic. What the records
 * mean stays out of here, and so does reading events.
 */
package com.footstone.audit.intake.kafka;
