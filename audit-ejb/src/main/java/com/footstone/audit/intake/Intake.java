package com.footstone.audit.intake;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;
import org.flywaydb.core.api.exception.FlywayValidateException;

import com.footstone.audit.config.InstanceRoles;
import com.footstone.audit.detect.DetectionWatch;
import com.footstone.audit.query.FaultNotice;
import com.footstone.audit.query.RepeatedLook;
import com.footstone.audit.query.Store;
import com.footstone.audit.query.StoreFault;
import com.footstone.audit.query.TenantWatch;
import com.footstone.audit.sink.ClickHouseSchemaException;
import com.footstone.audit.sink.Schema;

/**
 * Opens the intake when the application's beans exist and both stores have their schema, and closes it before they go. An
 * instance without the intake only waits for the schema; one that is there to migrate ends the server after that.
 *
 * <p>Reactive messaging connects its channels before the beans are there, so nothing may be read earlier.
 */
@Startup
@Singleton
@DependsOn("ConfigurationCheck")
public class Intake {

    private static final System.Logger LOG = System.getLogger(Intake.class.getName());

    /** How soon a changed {@code audit.enabled} is followed, after the folder of settings was looked at. */
    private static final Duration FOLLOW_EVERY = Duration.ofSeconds(1);

    @Resource
    private ManagedExecutorService executor;

    @Resource
    private ManagedScheduledExecutorService timer;

    @Inject
    private Config config;

    @Inject
    private Schema schema;

    @Inject
    private ConsumerGroup group;

    @Inject
    private CompletenessWatch completeness;

    @Inject
    private DetectionWatch detection;

    @Inject
    private TenantWatch tenants;

    @Inject
    private IntakeStatus status;

    private final CountDownLatch closed = new CountDownLatch(1);
    private InstanceRoles roles;
    private final RepeatedLook following = new RepeatedLook(
            new FaultNotice(LOG, "Whether events are to be audited cannot be followed"),
            () -> group.follow(),
            FOLLOW_EVERY);

    @PostConstruct
    void open() {
        roles = InstanceRoles.from(config);
        executor.execute(this::openWhenStoresAreReady);
    }

    @PreDestroy
    void close() {
        closed.countDown();
        tenants.end();
        following.end();
        if (roles.intake()) {
            detection.end();
            completeness.end();
            group.leave();
        }
    }

    private void openWhenStoresAreReady() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));
        while (!schemaIsReady()) {
            if (closedWithin(backoff.next())) {
                return;
            }
        }
        status.schemaReady();
        if (roles.onlyMigrates()) {
            LOG.log(System.Logger.Level.INFO, "The stores have the schema of this version; the server ends");
            // Nothing is in hand: the server's own hook closes what is open.
            System.exit(0);
        }
        tenants.begin();
        if (roles.intake()) {
            following.lookOnce();
            following.begin(timer);
            completeness.begin();
            detection.begin(IntakeSettings.from(config).topic());
        }
    }

    private boolean schemaIsReady() {
        try {
            return roles.migrates() ? migrated() : awaited();
        } catch (SQLException | RuntimeException e) {
            failed(
                    e instanceof FlywayValidateException
                            ? "PostgreSQL was set up by another version; run that version, or give this one another database"
                            : fault(e));
            return false;
        }
    }

    private static String fault(Exception failure) {
        if (failure instanceof ClickHouseSchemaException clickHouse) {
            return clickHouse.refusal().orElseGet(() -> fault(Store.CLICKHOUSE, failure));
        }
        return fault(Store.POSTGRESQL, failure);
    }

    private static String fault(Store store, Exception failure) {
        return store.title() + " " + StoreFault.behind(failure).reason() + "; see " + store.settings();
    }

    private boolean migrated() throws SQLException {
        schema.migrate();
        return true;
    }

    private boolean awaited() throws SQLException {
        if (schema.current()) {
            return true;
        }
        failed("the stores wait for an instance that migrates them (environment variable AUDIT_SCHEMA_MIGRATION)");
        return false;
    }

    private void failed(String reason) {
        status.schemaFailed(reason);
        LOG.log(
                System.Logger.Level.WARNING,
                "The stores do not have the schema of this version, which is looked at again: {0}",
                reason);
    }

    private boolean closedWithin(Duration pause) {
        try {
            return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
