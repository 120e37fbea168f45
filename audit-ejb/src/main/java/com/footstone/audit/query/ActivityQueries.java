package com.footstone.audit.query;

import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

import com.footstone.audit.model.anomaly.Window;

/**
 * Asks ClickHouse what was done in a window, summed up by who did it. Each answer has the worst first, and one more than
 * {@link #MOST} if there are more. Ends with {@link StoreUnavailableException} if the store does not answer for now.
 */
@ApplicationScoped
public class ActivityQueries {

    /** Rows of an answer that count; names come from outside, and somebody may make them up. */
    public static final int MOST = 100;

    /** Pairs that are looked at in a window, such as statements of applications. */
    public static final int MOST_PAIRS = 20_000;

    @Resource(lookup = "jdbc/clickhouse-queries")
    private DataSource dataSource;

    /** Applications of which many statements failed at a database. */
    public List<FailureRate> failureRates(Window window, FailureRate.Least least) {
        return reader().list(ActivitySql.failureRates(window, least, MOST + 1), ActivityRows::failureRate);
    }

    /** Users who are known, and of whom statements failed at a database. */
    public List<UserFailures> userFailures(Window window, UserFailures.Least least) {
        return reader().list(ActivitySql.userFailures(window, least, MOST + 1), ActivityRows::userFailures);
    }

    /** The statements of each application, {@link #MOST_PAIRS} and one more if there are more. */
    public List<SeenStatement> statements(Window window) {
        return reader().list(ActivitySql.statements(window, MOST_PAIRS + 1), ActivityRows::statement);
    }

    /**
     * The tables that each known user touched, {@link #MOST_PAIRS} and one more if there are more.
     *
     * @param fragments only tables whose name holds one of these, in any case of letters; an empty one is in every name
     */
    public List<TableAccess> tableAccesses(Window window, List<String> fragments) {
        return reader().list(ActivitySql.tableAccesses(window, fragments, MOST_PAIRS + 1), ActivityRows::tableAccess);
    }

    /**
     * How much each application did that did anything in an hour, {@link #MOST_PAIRS} and one more if there are more.
     *
     * @param hour beginning of the hour, by the time of execution
     * @param days how many days before are asked for
     */
    public List<HourlyVolume> volumes(Instant hour, int days) {
        return reader().list(ActivitySql.volumes(hour, days, MOST_PAIRS + 1), ActivityRows::volume);
    }

    /** The hours in which each known user was there, {@link #MOST_PAIRS} and one more if there are more. */
    public List<UserHour> userHours(Window window) {
        return reader().list(ActivitySql.userHours(window, MOST_PAIRS + 1), ActivityRows::userHour);
    }

    /** From where each known user came, {@link #MOST_PAIRS} and one more if there are more. */
    public List<UserOrigin> userOrigins(Window window) {
        return reader().list(ActivitySql.userOrigins(window, MOST_PAIRS + 1), ActivityRows::userOrigin);
    }

    /** What the places that applications name executed, {@link #MOST_PAIRS} and one more if there are more. */
    public List<PlaceShape> placeShapes(Window window) {
        return reader().list(ActivitySql.placeShapes(window, MOST_PAIRS + 1), ActivityRows::placeShape);
    }

    /** How much applications did by each statement, {@link #MOST_PAIRS} and one more if there are more. */
    public List<StatementHour> statementHours(Window window) {
        return reader().list(ActivitySql.statementHours(window, MOST_PAIRS + 1), ActivityRows::statementHour);
    }

    /** Queries that were executed again and again in one trace. */
    public List<TraceRepetition> traceRepetitions(Window window, TraceRepetition.Least least) {
        return reader().list(ActivitySql.traceRepetitions(window, least, MOST + 1), ActivityRows::traceRepetition);
    }

    private StoreReader reader() {
        return new StoreReader(Store.CLICKHOUSE, dataSource, StoreReader.PATIENCE);
    }
}
