package com.footstone.audit.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.footstone.audit.bench.capture.CaptureOverhead;
import com.footstone.audit.bench.code.CodeSpeed;
import com.footstone.audit.bench.code.RuleCost;
import com.footstone.audit.bench.code.WorstCases;

/**
 * Everything that was found, as it is written to {@code bench.json}. A part that was not measured is {@code null}, and is
 * not in the file.
 *
 * @param eventBytes mean size of an event
 * @param failed parts that could not be measured
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BenchReport(
        Machine machine,
        boolean quick,
        int rounds,
        long events,
        Double eventBytes,
        List<Contest.Result> contenders,
        Latency.Result latency,
        List<Fingerprints.Result> fingerprints,
        Backlog.Result backlog,
        List<StoredRows.Result> storedRows,
        CaptureOverhead.Result capture,
        List<CodeSpeed.Result> code,
        List<RuleCost.Result> rules,
        List<WorstCases.Result> worstCases,
        List<String> failed,
        List<Target> targets) {

    /** What it was measured on. */
    record Machine(int processors, String java, String system) {

        static Machine here() {
            return new Machine(
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.version().toString(),
                    System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        }
    }

    /** The same held against what was promised. */
    BenchReport judged() {
        return new BenchReport(
                machine,
                quick,
                rounds,
                events,
                eventBytes,
                contenders,
                latency,
                fingerprints,
                backlog,
                storedRows,
                capture,
                code,
                rules,
                worstCases,
                failed,
                Target.all(this));
    }

    void write(Path file) {
        try {
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), this);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
