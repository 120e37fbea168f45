package com.footstone.audit.query;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Knows whether the stores can be worked with. They are asked in the background, each for itself and one question at a
 * time, so that health probes cost nothing however many come, and a store that hangs delays none.
 */
@ApplicationScoped
public class StoreProbes {

    private static final Duration INTERVAL = Duration.ofSeconds(2);

    @Resource
    private ManagedScheduledExecutorService executor;

    @Resource(lookup = "jdbc/postgres-queries")
    private DataSource postgres;

    @Resource(lookup = "jdbc/clickhouse-queries")
    private DataSource clickhouse;

    private Map<Store, StoreProbe> probes;
    private List<? extends Future<?>> asking;

    @PostConstruct
    void start() {
        probes = new EnumMap<>(Store.class);
        probes.put(Store.POSTGRESQL, probe(Store.POSTGRESQL, postgres));
        probes.put(Store.CLICKHOUSE, probe(Store.CLICKHOUSE, clickhouse));
        asking = probes.values().stream()
                .map(probe -> executor.scheduleWithFixedDelay(probe, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS))
                .toList();
    }

    @PreDestroy
    void stop() {
        asking.forEach(future -> future.cancel(true));
    }

    /** Why the store cannot be worked with, as of some seconds ago at most; empty when it can. */
    public Optional<String> fault(Store store) {
        return probes.get(store).fault();
    }

    private static StoreProbe probe(Store store, DataSource dataSource) {
        return new StoreProbe(store, new StoreReader(store, dataSource, StoreProbe.PATIENCE), Clock.systemUTC());
    }
}
