package com.footstone.audit.query;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

import com.footstone.audit.model.EventId;

/**
 * Asks ClickHouse for events and their statistics. Every question ends with {@link StoreUnavailableException} if the store
 * does not answer for now.
 */
@ApplicationScoped
public class EventQueries {

    @Resource(lookup = "jdbc/clickhouse-queries")
    private DataSource dataSource;

    /**
     * The newest events that meet the filter.
     *
     * @param after the last event of the page before, if there was one
     * @param size most events to return, 1 to {@link Page#MAX_SIZE}
     */
    public Page<EventSummary> list(EventFilter filter, Optional<EventPosition> after, int size) {
        return Page.of(reader().list(EventSql.list(filter, after, size + 1), EventRows::summary), size);
    }

    /** Everything that is known of an event, if it is kept. */
    public Optional<EventDetails> find(EventId id) {
        return reader().first(EventSql.one(id), EventRows::details);
    }

    /** What happened in a stretch of hours. */
    public Overview overview(OverviewFilter filter) {
        StoreReader reader = reader();
        List<OverviewRows.Slice> slices = reader.list(OverviewSql.breakdown(filter), OverviewRows::slice);
        List<Overview.ApplicationCount> applications =
                reader.list(OverviewSql.applications(filter), OverviewRows::application);
        List<OverviewRows.RuleCount> rules = reader.list(OverviewSql.rules(filter), OverviewRows::rule);
        return OverviewRows.overview(filter, slices, applications, rules);
    }

    private StoreReader reader() {
        return new StoreReader(Store.CLICKHOUSE, dataSource, StoreReader.PATIENCE);
    }
}
