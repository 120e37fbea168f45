package com.footstone.audit.bench.code;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.AuditedEvent;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.evidence.Hash;

/** The steps that an event takes through the product, one by one and all together, on a batch of recorded events. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EventWork {

    private static final int BATCH = 2_000;

    private List<byte[]> records;
    private final List<SqlEvent> events = new ArrayList<>();
    private final List<AnalysedEvent> analysed = new ArrayList<>();
    private List<AuditedEvent> audited;
    private Chain chain;

    @Setup
    public void prepare() {
        records = RecordedEvents.read(BATCH);
        chain = Chain.normal();
        for (int i = 0; i < BATCH; i++) {
            events.add(chain.decode(i, records.get(i)));
            analysed.add(chain.analyse(i, events.get(i)));
        }
        audited = chain.check(analysed);
    }

    @TearDown
    public void end() {
        chain.close();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void decode(Blackhole sink) {
        for (int i = 0; i < BATCH; i++) {
            sink.consume(chain.decode(i, records.get(i)));
        }
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void analyse(Blackhole sink) {
        for (int i = 0; i < BATCH; i++) {
            sink.consume(chain.analyse(i, events.get(i)));
        }
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public List<AuditedEvent> check() {
        return chain.check(analysed);
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public Hash seal() {
        return chain.seal(audited);
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public Hash everything() {
        List<AnalysedEvent> batch = new ArrayList<>(BATCH);
        for (int i = 0; i < BATCH; i++) {
            batch.add(chain.analyse(i, chain.decode(i, records.get(i))));
        }
        return chain.seal(chain.check(batch));
    }
}
