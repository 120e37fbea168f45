package com.footstone.audit.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

import com.footstone.audit.model.EventId;

/** Asks PostgreSQL which letters were replayed. Ends with {@link StoreUnavailableException} if it does not answer for now. */
@ApplicationScoped
public class ReplayQueries {

    /** Neither topic names nor numbers hold a comma. */
    private static final String BY_KEYS = """
            select source, replayed_by, begun_at, event
            from dead_letter_replay
            where source = any (string_to_array(?, ','))""";

    @Resource(lookup = "jdbc/postgres-queries")
    private DataSource dataSource;

    /**
     * The replays of letters.
     *
     * @param keys {@link DeadLetter#key} of each, at most {@link DeadLetters#MAX_SIZE}
     * @return those that there are, by key
     */
    public Map<String, Replay> of(Collection<String> keys) {
        Map<String, Replay> replays = new HashMap<>();
        if (!keys.isEmpty()) {
            new StoreReader(Store.POSTGRESQL, dataSource, StoreReader.PATIENCE)
                    .list(new BoundSql(BY_KEYS, List.of(String.join(",", keys))), ReplayQueries::row)
                    .forEach(row -> replays.put(row.getKey(), row.getValue()));
        }
        return replays;
    }

    private static Map.Entry<String, Replay> row(ResultSet row) throws SQLException {
        return Map.entry(
                row.getString("source"),
                new Replay(
                        row.getString("replayed_by"),
                        Rows.time(row, "begun_at"),
                        Optional.ofNullable(row.getString("event")).map(EventId::parse)));
    }
}
