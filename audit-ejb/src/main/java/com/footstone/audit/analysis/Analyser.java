package com.footstone.audit.analysis;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executor;

import com.footstone.audit.analysis.BoundedParser.Outcome;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.EventId;
import com.footstone.audit.model.Presence;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.Statement;
import com.footstone.audit.model.StatementKind;
import com.footstone.audit.model.Trait;
import com.github.benmanes.caffeine.cache.Ticker;

/**
 * Finds out what the statement of an event is. Never fails, whatever the text: what could not be found out is among the
 * statement's gaps. Safe for use by several threads. One call takes time linear in the text, and for a statement not met
 * before at most the parse budget more.
 */
public final class Analyser {

    private final AnalysisSettings settings;
    private final TextReader reader;
    private final BoundedParser parser;
    private final AnalysisCache cache;
    private final Schemas schemas;

    /** @param executor runs parses, each for little longer than the parse budget; may queue and may refuse them */
    public Analyser(AnalysisSettings settings, Executor executor) {
        this(settings, executor, Schemas.NONE);
    }

    /** @param schemas what is declared of databases, so that more is known of statements than their texts tell */
    public Analyser(AnalysisSettings settings, Executor executor, Schemas schemas) {
        this(settings, executor, schemas, Ticker.systemTicker());
    }

    Analyser(AnalysisSettings settings, Executor executor, Schemas schemas, Ticker ticker) {
        this.settings = settings;
        this.schemas = schemas;
        this.reader = new TextReader(settings);
        this.parser = new BoundedParser(executor, settings.parseBudget());
        this.cache = new AnalysisCache(settings, ticker);
    }

    /** Analyses one event. */
    public AnalysedEvent analyse(EventId id, SqlEvent event) {
        Dialect dialect = Dialect.of(event.dbSystem());
        Schema schema = schemas.of(event.dbName(), dialect);
        TextReading reading = cache.reading(event.sql(), dialect, reader);
        Understood understood = cache.statement(reading.fingerprint(), dialect, schema);
        if (understood == null) {
            understood = understood(event.sql(), dialect, schema, reading);
        }
        Statement statement = understood.statement();
        return new AnalysedEvent(
                id,
                event,
                withGapsOf(reading, statement),
                reading.redactedSql(),
                ErrorText.redact(event.errorMessage(), settings.maxErrorLength()),
                RowCount.of(reading.offset(), event.params()),
                // The limit of a part, as of one branch of a UNION, is not the statement's.
                statement.rowLimit() == Presence.ABSENT
                        ? OptionalLong.empty()
                        : RowCount.of(reading.limit(), event.params()),
                understood.comparisons().addTo(reading.traits(), event.sql(), dialect));
    }

    /** Reads and parses one statement of each dialect, so that the first events do not wait for classes to load. */
    public void warmUp() {
        for (Dialect dialect : Dialect.values()) {
            String sql = "select a.b, count(*) from c a where a.d = 1 and a.e in (1, 2) group by a.b order by a.b";
            parser.parse(List.of(ParseText.of(sql, dialect, sql.length(), false)), dialect, Schema.NONE);
        }
    }

    private Understood understood(String sql, Dialect dialect, Schema schema, TextReading reading) {
        Shape shape = Shape.of(sql, dialect, reading.opaqueFrom());
        String reason = notParsedBecause(reading);
        if (reason != null) {
            Structure structure = TokenStructure.of(sql, dialect, reading.opaqueFrom(), schema);
            structure.gap(reason);
            return remember(understood(reading, structure, shape), dialect, schema);
        }
        String parsed = sql;
        if (!ParseText.isParsed(reading.kind()) && reading.statements() <= 1) {
            CopyText copy = CopyText.of(sql, dialect, reading.opaqueFrom());
            parsed = copy.query();
            if (parsed == null) {
                Structure copied = copy.structure(schema);
                Structure structure = copied == null ? unparsed(sql, dialect, schema, reading) : copied;
                return remember(understood(reading, structure, shape), dialect, schema);
            }
        }
        Outcome outcome = parser.parse(ParseText.spellings(parsed, dialect), dialect, schema);
        if (outcome instanceof Outcome.Parsed found) {
            return remember(understood(reading, found.structure(), shape), dialect, schema);
        }
        Structure structure = TokenStructure.of(sql, dialect, reading.opaqueFrom(), schema);
        if (outcome instanceof Outcome.Refused refused) {
            // Who may do what is told by the words alone.
            if (reading.kind() != StatementKind.DDL || !shape.traits().contains(Trait.PRIVILEGE_CHANGE)) {
                structure.gap(refused.reason());
            }
            return remember(understood(reading, structure, shape), dialect, schema);
        }
        structure.gap(((Outcome.OutOfBudget) outcome).reason());
        Understood guessed = understood(reading, structure, shape);
        cache.putForAWhile(guessed, dialect, schema);
        return guessed;
    }

    private Understood remember(Understood understood, Dialect dialect, Schema schema) {
        cache.put(understood, dialect, schema);
        return understood;
    }

    private static Understood understood(TextReading reading, Structure structure, Shape shape) {
        return new Understood(statement(reading, structure, shape), structure.comparisons());
    }

    private String notParsedBecause(TextReading reading) {
        if (reading.gaps().contains(TextReader.OPAQUE)) {
            return "not parsed: the text could not be read in full";
        }
        if (reading.normalizedLength() > settings.maxParseLength()) {
            return "not parsed: longer than " + settings.maxParseLength() + " characters when normalized";
        }
        if (reading.depth() > settings.maxParseDepth()) {
            return "not parsed: nested deeper than " + settings.maxParseDepth();
        }
        return null;
    }

    private static Structure unparsed(String sql, Dialect dialect, Schema schema, TextReading reading) {
        String gap = reading.kind() == StatementKind.UNKNOWN
                ? "not parsed: the text does not begin like a statement"
                : reading.kind() == StatementKind.COPY
                        ? "not parsed: a bulk transfer"
                        : InlineCode.gapOf(sql, dialect, reading.opaqueFrom());
        if (gap == null) {
            return described(sql, dialect, schema, reading);
        }
        Structure structure = TokenStructure.of(sql, dialect, reading.opaqueFrom(), schema);
        structure.gap(gap);
        return structure;
    }

    /** DESCRIBE t tells of a table; of other statements that are not parsed there is nothing to tell. */
    private static Structure described(String sql, Dialect dialect, Schema schema, TextReading reading) {
        boolean describes = reading.kind() == StatementKind.OTHER
                && (reading.normalizedSql().startsWith("describe ")
                        || reading.normalizedSql().startsWith("desc "));
        return describes ? TokenStructure.of(sql, dialect, reading.opaqueFrom(), schema) : new Structure();
    }

    private static Statement statement(TextReading reading, Structure structure, Shape shape) {
        Set<Trait> traits = EnumSet.copyOf(shape.traits());
        traits.addAll(structure.traits());
        if (reading.kind() == StatementKind.EXPLAIN) {
            structure.onlyExplained();
        }
        return new Statement(
                reading.fingerprint(),
                reading.normalizedSql(),
                reading.kind(),
                structure.tablesRead(),
                structure.tablesWritten(),
                structure.columns(),
                either(structure.where(), reading.where()),
                // A bound on what is changed is seen by the tokens even where the parser does not know it.
                changeIsBounded(reading) ? Presence.PRESENT : either(structure.rowLimit(), reading.rowLimit()),
                structure.gaps(),
                traits,
                shape.functions());
    }

    private static boolean changeIsBounded(TextReading reading) {
        return reading.kind().mutatesRows() && reading.statements() == 1 && reading.rowLimit() == Presence.PRESENT;
    }

    private static Presence either(Presence parsed, Presence fromTokens) {
        return parsed == null ? fromTokens : parsed;
    }

    /** Gaps of the text as executed are the event's own: another execution of the statement may have none. */
    private static Statement withGapsOf(TextReading reading, Statement statement) {
        if (reading.gaps().isEmpty()) {
            return statement;
        }
        List<String> gaps = new ArrayList<>(reading.gaps());
        gaps.addAll(statement.gaps());
        return new Statement(
                statement.fingerprint(),
                statement.normalizedSql(),
                statement.kind(),
                statement.tablesRead(),
                statement.tablesWritten(),
                statement.columns(),
                statement.where(),
                statement.rowLimit(),
                gaps,
                statement.traits(),
                statement.functions());
    }
}
