package com.footstone.audit.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;

/** Puts questions to one store, within a time. */
final class StoreReader {

    /**
     * What a question may take: people do not wait longer, and machines ask again. The store ends it then. A store that
     * hangs does not, and neither driver watches: the data sources of questions have a socket timeout that is little
     * longer. They are not those of the sinks, which may take their time and must not wait for questions.
     */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final AttributeKey<Long> ROWS = AttributeKey.longKey("db.response.returned_rows");
    private static final AttributeKey<Long> MILLIS = AttributeKey.longKey("audit.milliseconds");

    private final Store store;
    private final DataSource dataSource;
    private final Duration patience;

    StoreReader(Store store, DataSource dataSource, Duration patience) {
        this.store = store;
        this.dataSource = dataSource;
        this.patience = patience;
    }

    /**
     * All rows of the answer. The statement must limit them: the ClickHouse driver reads an answer to its end even if it
     * is left in the middle.
     *
     * @throws StoreUnavailableException if the store does not answer for now
     * @throws QueryFailedException if it refuses the statement or the answer is not what was expected
     */
    <T> List<T> list(BoundSql sql, Rows.Mapping<T> mapping) {
        long begun = System.nanoTime();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql.text())) {
            statement.setQueryTimeout((int) patience.toSeconds());
            sql.bind(statement);
            List<T> rows = rows(statement, mapping);
            trace(rows.size(), Duration.ofNanos(System.nanoTime() - begun));
            return rows;
        } catch (SQLException e) {
            throw StoreFault.of(e).asException(store);
        }
    }

    /** Tells the request's trace, if there is one, without the question. */
    private void trace(int rows, Duration took) {
        Span.current().addEvent(store.title() + " answered", Attributes.of(ROWS, (long) rows, MILLIS, took.toMillis()));
    }

    /** The first row of the answer. */
    <T> Optional<T> first(BoundSql sql, Rows.Mapping<T> mapping) {
        return list(sql, mapping).stream().findFirst();
    }

    private static <T> List<T> rows(PreparedStatement statement, Rows.Mapping<T> mapping) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(mapping.map(result));
            }
            return rows;
        }
    }
}
