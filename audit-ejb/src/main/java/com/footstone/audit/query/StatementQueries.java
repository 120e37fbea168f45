package com.footstone.audit.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks PostgreSQL for statements. Ends with {@link StoreUnavailableException} if the store does not answer for now. */
@ApplicationScoped
public class StatementQueries {

    private static final String BY_FINGERPRINT = """
            select fingerprint, normalized_sql, kind, tables_read, tables_written, gaps, executions,
                   first_seen, last_seen
            from statement
            where fingerprint = ?""";

    @Resource(lookup = "jdbc/postgres-queries")
    private DataSource dataSource;

    /** What is known of the statement, if it was ever executed. */
    public Optional<StatementSummary> find(String fingerprint) {
        return new StoreReader(Store.POSTGRESQL, dataSource, StoreReader.PATIENCE)
                .first(new BoundSql(BY_FINGERPRINT, List.of(fingerprint)), StatementQueries::summary);
    }

    private static StatementSummary summary(ResultSet row) throws SQLException {
        return new StatementSummary(
                row.getString("fingerprint"),
                row.getString("normalized_sql"),
                row.getString("kind"),
                Rows.texts(row, "tables_read"),
                Rows.texts(row, "tables_written"),
                Rows.texts(row, "gaps"),
                row.getLong("executions"),
                Rows.time(row, "first_seen"),
                Rows.time(row, "last_seen"));
    }
}
