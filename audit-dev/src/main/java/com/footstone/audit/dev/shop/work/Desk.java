package com.footstone.audit.dev.shop.work;

import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import javax.sql.DataSource;

import org.hibernate.Session;
import org.hibernate.SessionFactory;

import com.footstone.audit.capture.context.AuditContext;
import com.footstone.audit.model.ExecutionLayer;

/**
 * Where one clerk at a time works for one warehouse. A desk is for one thread, and its random numbers are its own, so that
 * what is done here does not depend on what other desks do.
 */
public final class Desk {

    private final DataSource dataSource;
    private final SessionFactory sessions;
    private final int warehouse;
    private final Random random;
    private final Clock clock;

    /**
     * @param warehouse from 1 to {@link Assortment#WAREHOUSES}
     * @param seed decides everything that is done at random
     */
    public Desk(DataSource dataSource, SessionFactory sessions, int warehouse, long seed, Clock clock) {
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource is null");
        this.sessions = Objects.requireNonNull(sessions, "sessions is null");
        this.warehouse = Objects.checkIndex(warehouse - 1, Assortment.WAREHOUSES) + 1;
        this.random = new Random(seed);
        this.clock = Objects.requireNonNull(clock, "clock is null");
    }

    public int warehouse() {
        return warehouse;
    }

    public Random random() {
        return random;
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** The present, in the form that JDBC binds. */
    public OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** Some customer of this warehouse. */
    public long anyCustomer() {
        return Assortment.customer(warehouse, random.nextInt(Assortment.CUSTOMERS_PER_WAREHOUSE));
    }

    /** Some product that clerks may sell. */
    public int anyProduct() {
        return 1 + random.nextInt(Assortment.PRODUCTS_FOR_SALE);
    }

    /**
     * Does a task as one request of the application: with a trace of its own, and on behalf of some clerk if it is
     * attended.
     */
    public void serve(Task task) throws SQLException {
        AuditContext request = AuditContext.EMPTY.withTrace(newTraceId(), null);
        if (task.attended()) {
            request = request.withEndUser(Names.anyClerk(random));
        }
        AuditContext.Scope scope = request.open();
        try {
            task.perform(this);
        } finally {
            scope.close();
        }
    }

    /** Does JDBC work in a transaction of its own. */
    public void jdbc(SqlWork work) throws SQLException {
        try (SqlSession session = SqlSession.begin(dataSource)) {
            work.perform(session);
            session.commit();
        }
    }

    /** Does Hibernate work in a transaction of its own. */
    public void hibernate(Consumer<Session> work) {
        AuditContext.current().withExecutionLayer(ExecutionLayer.JPA).run(() -> sessions.inTransaction(work));
    }

    private String newTraceId() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}
