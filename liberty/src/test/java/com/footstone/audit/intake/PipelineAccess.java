package com.footstone.audit.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import com.footstone.audit.sink.BatchRange;
import com.footstone.audit.sink.Position;

/** Opens the pipeline to tests in the server, in the place of the consumers. */
@ApplicationScoped
public class PipelineAccess {

    @Inject
    private BatchPipeline pipeline;

    @Inject
    private IntakeStatus status;

    /** A batch that is stored and may be abandoned meanwhile. */
    public interface Batch {

        /** Stores the batch; returns whether both stores hold it. */
        boolean store();

        /** Tells it that the partition is gone. */
        void abandon();
    }

    /**
     * A batch of records as they came from Kafka.
     *
     * @param range its offsets, at least as many as there are values
     * @param taken what the owner found when it took the partition
     */
    public Batch batch(BatchRange range, Position taken, List<byte[]> values) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        long offset = range.from();
        for (byte[] value : values) {
            records.add(new ConsumerRecord<>(range.topic(), range.partition(), offset++, null, value));
        }
        PartitionBatch batch = new PartitionBatch(
                range, taken.epoch(), taken.claimed() > taken.next(), records, (ended, outcome) -> {});
        return new Batch() {
            @Override
            public boolean store() {
                return pipeline.store(batch);
            }

            @Override
            public void abandon() {
                batch.abandon();
            }
        };
    }

    /** What the intake is waiting for. */
    public Map<String, String> stalls() {
        return status.stalls();
    }
}
