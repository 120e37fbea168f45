package com.footstone.audit.query;

import java.util.Optional;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks PostgreSQL for findings. Ends with {@link StoreUnavailableException} if the store does not answer for now. */
@ApplicationScoped
public class FindingQueries {

    @Resource(lookup = "jdbc/postgres-queries")
    private DataSource dataSource;

    /**
     * The findings that meet the filter, last seen first.
     *
     * @param after the last finding of the page before, if there was one
     * @param size most findings to return, 1 to {@link Page#MAX_SIZE}
     */
    public Page<FindingSummary> list(FindingFilter filter, Optional<SeenPosition> after, int size) {
        StoreReader reader = new StoreReader(Store.POSTGRESQL, dataSource, StoreReader.PATIENCE);
        return Page.of(reader.list(FindingSql.list(filter, after, size + 1), FindingRows::summary), size);
    }
}
