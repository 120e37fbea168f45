package com.footstone.audit.capture.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import com.footstone.audit.capture.jdbc.OpenWork.OpenStatement;

/** What is known about one statement: its text, its batch, its bound values, and the execution that is not over. */
final class StatementWatch {

    private final ExecutionRecorder recorder;
    private final ConnectionWatch connection;
    private final String preparedSql;
    private final Statement target;
    private final Batch batch = new Batch();
    private final BoundValues values;
    private OpenStatement open;
    private boolean hasValues;

    /** @param preparedSql the text it was prepared with, or {@code null} for a plain statement */
    StatementWatch(ExecutionRecorder recorder, ConnectionWatch connection, Statement target, String preparedSql) {
        this.recorder = recorder;
        this.connection = connection;
        this.target = target;
        this.preparedSql = preparedSql;
        this.values = preparedSql != null && recorder.capturesParameters() ? new BoundValues() : null;
    }

    void watch(OpenStatement statement) {
        open = statement;
    }

    /** Before an execution: the one before it is over. Answers {@code null} where this one cannot be captured. */
    OpenExecution started(Object[] args) {
        try {
            open.finish();
            return execution(preparedSql == null ? (String) args[0] : preparedSql, params());
        } catch (Throwable e) {
            recorder.failures().report("an execution could not be captured", e);
            return null;
        }
    }

    void failed(OpenExecution execution, Throwable failure) {
        if (execution == null) {
            return;
        }
        execution.answered();
        recorder.safely(() -> {
            execution.failed(ErrorText.of(failure, hidesValues()));
            execution.finishUnseen();
        });
    }

    /** After an execution: over if it gave an update count, otherwise when its results have been read. */
    void answered(OpenExecution execution, Statement statement, Object result) {
        if (execution == null) {
            return;
        }
        execution.answered();
        if (result instanceof Number count) {
            recorder.safely(() -> {
                execution.affected(count.longValue());
                execution.finishUnseen();
            });
            return;
        }
        if (result instanceof ResultSet) {
            execution.returnsOnlyRows();
        } else if (Boolean.TRUE.equals(result)) {
            execution.returnsRows();
        } else {
            execution.mayHaveUpdateCount(statement);
        }
        open.open(execution);
    }

    OpenExecution batchStarted() {
        try {
            open.finish();
            return batch.isEmpty() ? null : execution(batch.sql(), Map.of());
        } catch (Throwable e) {
            recorder.failures().report("a batch could not be captured", e);
            return null;
        }
    }

    void batchAnswered(OpenExecution execution, Object counts) {
        if (execution != null) {
            execution.answered();
            recorder.safely(() -> batch.succeeded(execution, counts));
        }
        batch.clear();
    }

    void batchFailed(OpenExecution execution, Throwable failure) {
        if (execution != null) {
            execution.answered();
            recorder.safely(() -> batch.failed(execution, failure, hidesValues()));
        }
        batch.clear();
    }

    void batched(Object[] args) {
        if (preparedSql == null) {
            batch.add((String) args[0], Map.of());
        } else {
            batch.add(preparedSql, params());
        }
    }

    void batchCleared() {
        batch.clear();
    }

    /** A result of the execution that is open, to be counted as it is read. */
    ResultSet counted(ResultSet rows, Statement proxy) {
        if (rows == null || rows instanceof CountedResultSet) {
            return rows;
        }
        OpenExecution execution = open.execution();
        return new CountedResultSet(
                rows, proxy, execution == null ? CountedResultSet.Reader.NOBODY : new Reading(execution));
    }

    /** Rows that are no result of the statement. */
    ResultSet uncounted(ResultSet rows, Statement proxy) {
        return rows == null ? null : new CountedResultSet(rows, proxy, CountedResultSet.Reader.NOBODY);
    }

    void leavingResult() {
        OpenExecution execution = open.execution();
        if (execution != null) {
            recorder.safely(execution::countUnread);
        }
    }

    void nextResult(Statement statement, Object more) {
        OpenExecution execution = open.execution();
        if (execution == null) {
            return;
        }
        if (Boolean.TRUE.equals(more)) {
            execution.returnsRows();
        } else {
            execution.mayHaveUpdateCount(statement);
        }
    }

    void updateCount(Object count) {
        OpenExecution execution = open.execution();
        if (execution != null && count instanceof Number number) {
            execution.counted(number.longValue());
        }
    }

    void closing() {
        recorder.safely(open::close);
    }

    void parametersCleared() {
        if (values != null) {
            values.clear();
        }
    }

    /** Notes a setter's value, if it is one of a prepared statement. */
    void set(String method, Object[] args) {
        if (preparedSql == null || args == null || args.length < 2 || !method.startsWith("set")) {
            return;
        }
        hasValues = true;
        if (values != null) {
            recorder.safely(() -> values.set(method, args));
        }
    }

    private OpenExecution execution(String sql, Map<String, String> params) {
        return new OpenExecution(recorder, sql, connection.session(), params);
    }

    private Map<String, String> params() {
        return values == null ? Map.of() : values.snapshot();
    }

    private boolean hidesValues() {
        return hasValues && values == null;
    }

    /** Hears how a result set of an execution is read. */
    private final class Reading implements CountedResultSet.Reader {

        private final OpenExecution execution;

        Reading(OpenExecution execution) {
            this.execution = execution;
        }

        @Override
        public void read(long rows) {
            execution.read(rows);
        }

        @Override
        public void failed(Exception failure) {
            recorder.safely(() -> execution.failed(ErrorText.of(failure, hidesValues())));
        }

        @Override
        public void exhausted() {
            recorder.safely(execution::resultRead);
        }

        @Override
        public void closing() {
            recorder.safely(execution::resultRead);
        }

        @Override
        public void closed() {
            // A statement that closes with its last result set does not tell.
            recorder.safely(() -> {
                if (isClosed(target)) {
                    execution.finishUnseen();
                }
            });
        }
    }

    private static boolean isClosed(Statement statement) {
        try {
            return statement.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }
}
