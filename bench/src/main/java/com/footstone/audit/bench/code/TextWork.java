package com.footstone.audit.bench.code;

import java.time.Instant;
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

import com.alibaba.druid.DbType;
import com.alibaba.druid.sql.SQLUtils;
import com.alibaba.druid.sql.parser.ParserException;
import com.footstone.audit.model.SqlEvent;

import io.opentelemetry.instrumentation.api.incubator.semconv.db.SqlQuerySanitizer;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;

/**
 * Ours and others on the same recorded statements. Each text is a little different from all the others, and there are more
 * than anybody's cache of texts holds, so that all of them read every one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TextWork {

    private static final int TEXTS = 4_000;

    private final List<String> texts = new ArrayList<>();
    private final List<SqlEvent> events = new ArrayList<>();
    private final SqlQuerySanitizer sanitizer = SqlQuerySanitizer.create(true);
    private Chain reading;
    private Chain parsing;

    @Setup
    public void prepare() {
        reading = Chain.withoutTexts();
        parsing = Chain.forgetful();
        List<byte[]> records = RecordedEvents.read(TEXTS);
        for (int i = 0; i < TEXTS; i++) {
            String text = reading.decode(i, records.get(i)).sql() + " /* " + i + " */";
            texts.add(text);
            events.add(
                    SqlEvent.builder(text, Instant.now()).dbSystem("postgresql").build());
        }
    }

    @TearDown
    public void end() {
        reading.close();
        parsing.close();
    }

    /** Lexer, normal form, fingerprint and redaction; what the statement is, is known from the first time. */
    @Benchmark
    @OperationsPerInvocation(TEXTS)
    public void ourReading(Blackhole sink) {
        for (int i = 0; i < TEXTS; i++) {
            sink.consume(reading.analyse(i, events.get(i)));
        }
    }

    /** The same, and the statement parsed, as for one that was never met before. */
    @Benchmark
    @OperationsPerInvocation(TEXTS)
    public void ourParsing(Blackhole sink) {
        for (int i = 0; i < TEXTS; i++) {
            sink.consume(parsing.analyse(i, events.get(i)));
        }
    }

    @Benchmark
    @OperationsPerInvocation(TEXTS)
    public void openTelemetrySanitizer(Blackhole sink) {
        for (String text : texts) {
            sink.consume(sanitizer.sanitize(text));
        }
    }

    @Benchmark
    @OperationsPerInvocation(TEXTS)
    public void jsqlparser(Blackhole sink) {
        for (String text : texts) {
            try {
                sink.consume(CCJSqlParserUtil.newParser(text)
                        .withAllowComplexParsing(false)
                        .Statement());
            } catch (ParseException e) {
                sink.consume(e);
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(TEXTS)
    public void druid(Blackhole sink) {
        for (String text : texts) {
            try {
                sink.consume(SQLUtils.parseStatements(text, DbType.postgresql));
            } catch (ParserException e) {
                sink.consume(e);
            }
        }
    }
}
