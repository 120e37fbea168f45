package com.footstone.audit.query;

import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks PostgreSQL for the policy. Ends with {@link StoreUnavailableException} if the store does not answer for now. */
@ApplicationScoped
public class PolicyQueries {

    @Resource(lookup = "jdbc/postgres-queries")
    private DataSource dataSource;

    /** The version in force. */
    public PolicyVersion inForce() {
        return reader().first(PolicySql.inForce(), PolicyRows::version).orElse(PolicyVersion.NONE);
    }

    /** A version, of those that people made. */
    public Optional<PolicyVersion> find(long version) {
        return reader().first(PolicySql.version(version), PolicyRows::version);
    }

    /**
     * The versions that people made, newest first, without what they say.
     *
     * @param before the last version of the page before, if there was one
     * @param size most versions to return, 1 to {@link Page#MAX_SIZE}
     */
    public Page<PolicyVersionSummary> versions(OptionalLong before, int size) {
        return Page.of(reader().list(PolicySql.versions(before, size + 1), PolicyRows::versionSummary), size);
    }

    /** The exemptions that people asked for, newest first; paged as {@link #versions} is. */
    public Page<ExemptionSummary> exemptions(OptionalLong before, int size) {
        return Page.of(reader().list(PolicySql.exemptions(before, size + 1), PolicyRows::exemption), size);
    }

    /** An exemption that somebody asked for. */
    public Optional<ExemptionSummary> exemption(long id) {
        return reader().first(PolicySql.exemption(id), PolicyRows::exemption);
    }

    /** Who made changes, newest first, without what they were about; paged as {@link #versions} is. */
    public Page<PolicyChangeSummary> changes(OptionalLong before, int size) {
        return Page.of(reader().list(PolicySql.changes(before, size + 1), PolicyRows::changeSummary), size);
    }

    /** A change. */
    public Optional<PolicyChange> change(long id) {
        return reader().first(PolicySql.change(id), PolicyRows::change);
    }

    private StoreReader reader() {
        return new StoreReader(Store.POSTGRESQL, dataSource, StoreReader.PATIENCE);
    }
}
