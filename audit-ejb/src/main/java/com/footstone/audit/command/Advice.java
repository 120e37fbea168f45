package com.footstone.audit.command;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.footstone.audit.analysis.Analyser;
import com.footstone.audit.analysis.AnalysisSettings;
import com.footstone.audit.analysis.ParserThreads;
import com.footstone.audit.analysis.Schemas;
import com.footstone.audit.checking.Judge;
import com.footstone.audit.checking.Rule;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.EventId;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.Verdict;

/** What the product says of a statement by its text alone: nothing is known of rows, time or errors. */
final class Advice implements AutoCloseable {

    /** So many statements before the first, and the time of an answer is no longer that of loading classes. */
    private static final int WARM_UP = 300;

    private record Judged(AnalysedEvent event, Verdict verdict) {}

    private final String dbSystem;
    private final ParserThreads threads = new ParserThreads(1);
    private final Analyser analyser;
    private final Judge judge;
    private final Clock clock = Clock.systemUTC();
    private long statements;

    /**
     * @param dbSystem the database as an event names it
     * @param rules what to judge by, except those that are off by default
     * @param schemas what is declared of databases
     */
    Advice(String dbSystem, List<? extends Rule> rules, Schemas schemas) {
        this.dbSystem = dbSystem;
        analyser = new Analyser(AnalysisSettings.defaults(), threads, schemas);
        judge = new Judge(rules, Thresholds.defaults());
        analyser.warmUp();
        for (int i = 0; i < WARM_UP; i++) {
            judged("select a.b" + i + ", count(*) from c a where a.d = 'e' and a.f in (1, 2) group by a.b" + i);
        }
    }

    /** One line of JSON on a statement; the time in it is that of analysis and rules. */
    String on(String sql) throws IOException {
        StringWriter line = new StringWriter();
        if (sql.isBlank()) {
            AdviceLine.writeBlank(line);
            return line.toString();
        }
        long begin = System.nanoTime();
        Judged judged = judged(sql);
        long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin);
        AdviceLine.write(line, judged.event(), judged.verdict(), micros);
        return line.toString();
    }

    private Judged judged(String sql) {
        SqlEvent event =
                SqlEvent.builder(sql, clock.instant()).dbSystem(dbSystem).build();
        AnalysedEvent analysed = analyser.analyse(new EventId("statements", 0, statements++), event);
        return new Judged(analysed, judge.judge(List.of(analysed)).verdicts().get(0));
    }

    @Override
    public void close() {
        threads.close();
    }
}
