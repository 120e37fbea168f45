package com.footstone.audit.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.Config;

import com.footstone.audit.analysis.Analyser;
import com.footstone.audit.checking.BatchChecker;
import com.footstone.audit.intake.decode.DecodeResult;
import com.footstone.audit.intake.decode.EventDecoder;
import com.footstone.audit.intake.decode.Reason;
import com.footstone.audit.intake.letter.Admission;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.AuditedEvent;
import com.footstone.audit.model.EventId;
import com.footstone.audit.model.Verdict;
import com.footstone.audit.model.policy.Policy;
import com.footstone.audit.sink.SinkSettings;

/** Makes verdicts of records. Touches no store, and gives the same for the same batch, policy and time. */
@ApplicationScoped
public class BatchAuditor implements Admission {

    @Inject
    private Config config;

    @Inject
    private Analyser analyser;

    @Inject
    private Instance<BatchChecker> checker;

    private EventDecoder decoder;

    @PostConstruct
    void prepare() {
        decoder = new EventDecoder(Duration.ofDays(SinkSettings.from(config).eventDays()));
    }

    /**
     * Audits a batch.
     *
     * @param policy the policy that was in force when the batch was claimed
     * @param receivedAt when that was: the time that its events' timestamps are judged by
     */
    AuditedBatch audit(PartitionBatch batch, Policy policy, Instant receivedAt) {
        List<AnalysedEvent> analysed = new ArrayList<>(batch.records().size());
        List<AuditedBatch.Refused> refused = new ArrayList<>();
        int unknown = 0;
        for (ConsumerRecord<byte[], byte[]> record : batch.records()) {
            EventId id = new EventId(record.topic(), record.partition(), record.offset());
            DecodeResult result = decoder.decode(id, record.value(), receivedAt);
            if (result instanceof DecodeResult.Decoded decoded) {
                result = analyse(decoded, analysed);
                unknown += decoded.unknownFields() + decoded.unknownValues();
            }
            if (result instanceof DecodeResult.Undecodable undecodable) {
                refused.add(new AuditedBatch.Refused(record, undecodable));
            }
        }
        return new AuditedBatch(verdicts(analysed, policy, receivedAt), refused, unknown);
    }

    @Override
    public DecodeResult judge(EventId id, byte[] value, Instant now) {
        DecodeResult result = decoder.decode(id, value, now);
        return result instanceof DecodeResult.Decoded decoded ? analyse(decoded, new ArrayList<>()) : result;
    }

    /** A fault of analysis must cost one record, which is kept in the dead-letter topic, and not its partition. */
    private DecodeResult analyse(DecodeResult.Decoded decoded, List<AnalysedEvent> analysed) {
        try {
            analysed.add(analyser.analyse(decoded.id(), decoded.event()));
            return decoded;
        } catch (RuntimeException | StackOverflowError e) {
            return new DecodeResult.Undecodable(
                    decoded.id(),
                    Reason.UNREADABLE,
                    "analysing the statement failed with " + e.getClass().getName());
        }
    }

    private List<AuditedEvent> verdicts(List<AnalysedEvent> analysed, Policy policy, Instant receivedAt) {
        List<Verdict> verdicts = checker.get().check(analysed, policy, receivedAt);
        List<AuditedEvent> audited = new ArrayList<>(analysed.size());
        for (int i = 0; i < analysed.size(); i++) {
            audited.add(new AuditedEvent(analysed.get(i), verdicts.get(i)));
        }
        return audited;
    }
}
