package com.footstone.audit.checking;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.UnaryOperator;

import com.footstone.audit.analysis.Analyser;
import com.footstone.audit.analysis.AnalysisSettings;
import com.footstone.audit.analysis.ParserThreads;
import com.footstone.audit.analysis.SchemaFiles;
import com.footstone.audit.config.MapConfig;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.EventId;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.SqlEventBuilder;

/** Statements as analysis hands them on, for tests of rules that read them. */
public final class AnalysedText {

    /** A busy machine is no reason for a statement not to be understood. */
    private static final AnalysisSettings PATIENT =
            AnalysisSettings.from(MapConfig.of("audit.analysis.parse.budget", "60000"));

    /** They keep no virtual machine alive and end when idle. */
    private static final ParserThreads THREADS = new ParserThreads(1);

    /** Knows the schema of databases called shop. */
    private static final Analyser ANALYSER = new Analyser(
            PATIENT,
            THREADS,
            SchemaFiles.ofFolder(Path.of("src", "test", "resources", "schemas"), THREADS)
                    .schemas());

    static {
        ANALYSER.warmUp();
    }

    private AnalysedText() {}

    /** A statement of PostgreSQL. */
    public static AnalysedEvent of(String sql) {
        return of("postgresql", sql);
    }

    /**
     * A statement of any database.
     *
     * @param dbSystem what an event calls the database
     */
    public static AnalysedEvent of(String dbSystem, String sql) {
        return of(dbSystem, sql, event -> event);
    }

    /** The same with what else the producer reports. */
    static AnalysedEvent of(String dbSystem, String sql, UnaryOperator<SqlEventBuilder> reported) {
        SqlEvent event = reported.apply(SqlEvent.builder(sql, Instant.EPOCH).dbSystem(dbSystem))
                .build();
        return ANALYSER.analyse(new EventId("sql-audit-events", 0, 0), event);
    }
}
