package com.footstone.audit.intake;

/** Kafka has taken the partition away while its batch was waiting for a store. */
final class AbandonedException extends Exception {

    private static final long serialVersionUID = 1L;

    AbandonedException(PartitionBatch batch) {
        super(batch + " was left to the partition's next owner");
    }
}
