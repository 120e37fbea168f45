/**
 * Drives what arrives on Kafka through analysis and checking into the stores, by the protocol of
 * {@code docs/adr/0002-delivery.md}.
 *
 * <p>A {@link com.footstone.audit.intake.GroupMember} reads a partition and claims what it read as one
 * {@link com.footstone.audit.intake.PartitionBatch}; {@link com.footstone.audit.intake.EventIntake} receives it as a
 * reactive message, and {@link com.footstone.audit.intake.BatchPipeline} stores it, trying until it is stored or the
 * partition has another owner. What a statement is and whether it is dangerous is decided elsewhere.
 */
package com.footstone.audit.intake;
