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
import jakarta.inject.Inject;

import org.flywaydb.core.api.exception.FlywayValidateException;

import com.footstone.audit.query.StoreFault;
import com.footstone.audit.sink.Schema;

/**
 * Opens the intake when the application's beans exist and both stores have their schema, and closes it before they go.
 *
 * <p>Reactive messaging connects its channels before the beans are there, so nothing may be read earlier.
 */
@Startup
@Singleton
@DependsOn("ConfigurationCheck")
public class Intake {

    private static final System.Logger LOG = System.getLogger(Intake.class.getName());

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Schema schema;

    @Inject
    private ConsumerGroup group;

    @Inject
    private CompletenessWatch completeness;

    @Inject
    private IntakeStatus status;

    private final CountDownLatch closed = new CountDownLatch(1);

    @PostConstruct
    void open() {
        executor.execute(this::openWhenStoresAreReady);
    }

    @PreDestroy
    void close() {
        closed.countDown();
        completeness.end();
        group.leave();
    }

    private void openWhenStoresAreReady() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));
        while (!migrated()) {
            if (closedWithin(backoff.next())) {
                return;
            }
        }
        status.schemaReady();
        // While nothing is read, nobody may be called silent.
        if (group.join()) {
            completeness.begin();
        }
    }

    private boolean migrated() {
        try {
            schema.migrate();
            return true;
        } catch (SQLException | RuntimeException e) {
            String reason = e instanceof FlywayValidateException
                    ? "PostgreSQL was set up by another version; run that version, or give this one another database"
                    : "a store " + StoreFault.behind(e).reason();
            status.schemaFailed(reason);
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The schema cannot be brought up to date and is tried again: {0}",
                    reason);
            return false;
        }
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
