package com.footstone.audit.query;

import java.util.Optional;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks PostgreSQL for anomalies. Ends with {@link StoreUnavailableException} if the store does not answer for now. */
@ApplicationScoped
public class AnomalyQueries {

    @Resource(lookup = "jdbc/postgres-queries")
    private DataSource dataSource;

    /**
     * The anomalies that meet the filter, last seen first.
     *
     * @param after the last anomaly of the page before, if there was one
     * @param size most anomalies to return, 1 to {@link Page#MAX_SIZE}
     */
    public Page<AnomalySummary> list(AnomalyFilter filter, Optional<SeenPosition> after, int size) {
        StoreReader reader = new StoreReader(Store.POSTGRESQL, dataSource, StoreReader.PATIENCE);
        return Page.of(reader.list(AnomalySql.list(filter, after, size + 1), AnomalyRows::summary), size);
    }
}
