package com.footstone.audit.analysis;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserConstants;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.statement.Block;
import net.sf.jsqlparser.statement.IfElseStatement;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.UnsupportedStatement;

/** Parses within a budget of time, on threads of its own: a parse cannot be trusted to end, nor to spare the stack. */
final class BoundedParser {

    /** What came of a parse: a structure, or why there is none. */
    sealed interface Outcome {

        record Parsed(Structure structure) implements Outcome {}

        /** The parser does not understand the text; it never will. */
        record Refused(String reason) implements Outcome {}

        /** There was no time or thread for it; another time there may be. */
        record OutOfBudget(String reason) implements Outcome {}
    }

    private final Executor executor;
    private final long budgetNanos;

    BoundedParser(Executor executor, Duration budget) {
        this.executor = executor;
        this.budgetNanos = budget.toNanos();
    }

    /**
     * Parses the statements of one text.
     *
     * @param spellings the statements in one or more spellings, of which the first is taken that the parser understands
     * @param schema what is declared of their database
     */
    Outcome parse(List<List<String>> spellings, Dialect dialect, Schema schema) {
        Parse parse = new Parse(spellings, dialect, schema);
        FutureTask<Outcome> task = new FutureTask<>(parse::run);
        try {
            executor.execute(task);
            return task.get(budgetNanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            task.cancel(false);
            parse.stop();
            return new Outcome.OutOfBudget(
                    "not parsed: not finished within " + TimeUnit.NANOSECONDS.toMillis(budgetNanos) + " ms");
        } catch (RejectedExecutionException e) {
            return new Outcome.OutOfBudget("not parsed: no parser thread was free");
        } catch (InterruptedException e) {
            task.cancel(false);
            parse.stop();
            Thread.currentThread().interrupt();
            return new Outcome.OutOfBudget("not parsed: interrupted");
        } catch (ExecutionException e) {
            return refused(e.getCause());
        }
    }

    /** The parser's own messages quote the statement, so they are not passed on. */
    private static Outcome refused(Throwable cause) {
        if (cause instanceof ParseException) {
            return new Outcome.Refused("not parsed: the parser does not know this syntax");
        }
        if (cause instanceof StackOverflowError) {
            return new Outcome.Refused("not parsed: nested too deeply for the parser");
        }
        return new Outcome.Refused(
                "not parsed: the parser failed with " + cause.getClass().getSimpleName());
    }

    private static final class Parse {

        private final List<List<String>> spellings;
        private final Dialect dialect;
        private final Schema schema;
        private final AtomicReference<CCJSqlParser> running = new AtomicReference<>();
        private volatile boolean stopped;

        Parse(List<List<String>> spellings, Dialect dialect, Schema schema) {
            this.spellings = spellings;
            this.dialect = dialect;
            this.schema = schema;
        }

        Outcome run() throws ParseException {
            ParseException failure = null;
            for (List<String> statements : spellings) {
                try {
                    return new Outcome.Parsed(structure(statements));
                } catch (ParseException e) {
                    failure = e;
                }
            }
            throw failure == null ? new ParseException("nothing to parse") : failure;
        }

        private Structure structure(List<String> statements) throws ParseException {
            Structure structure = new Structure(schema, () -> stopped);
            for (String sql : statements) {
                Statement statement = statement(sql);
                if (isUnread(statement) && statements.size() == 1) {
                    // The words tell more.
                    throw new ParseException("a statement that the parser does not know");
                }
                new StatementReader(structure, dialect).read(statement);
            }
            return structure;
        }

        /** What the parser accepts without a structure to read, or with other statements in it. */
        private static boolean isUnread(Statement statement) {
            return statement instanceof UnsupportedStatement
                    || statement instanceof IfElseStatement
                    || statement instanceof Block;
        }

        private Statement statement(String sql) throws ParseException {
            try {
                return statement(sql, false);
            } catch (ParseException e) {
                return statement(sql, true);
            }
        }

        private Statement statement(String sql, boolean complex) throws ParseException {
            CCJSqlParser parser = CCJSqlParserUtil.newParser(sql)
                    .withDialect(dialect.parserDialect)
                    .withAllowComplexParsing(complex);
            running.set(parser);
            parser.interrupted |= stopped;
            Statement statement = parser.Statement();
            // The parser is content with the beginning of a text.
            if (parser.getNextToken().kind != CCJSqlParserConstants.EOF) {
                throw new ParseException("text after the statement");
            }
            return statement;
        }

        /** The parser looks at no thread's interruption, only at a flag of its own; who reads the structure, at ours. */
        void stop() {
            stopped = true;
            CCJSqlParser parser = running.get();
            if (parser != null) {
                parser.interrupted = true;
            }
        }
    }
}
