package com.footstone.audit.query;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.annotation.RegistryScope;

/** Shows what {@link StoreProbes} knows: from here, which store answers. */
@ApplicationScoped
public class StoreMetrics {

    private static final Metadata UP = Metadata.builder()
            .withName("audit_store_up")
            .withDescription("1 if this instance can work with the store, 0 if not")
            .withUnit(MetricUnits.NONE)
            .build();

    @Inject
    @RegistryScope(scope = MetricRegistry.APPLICATION_SCOPE)
    private MetricRegistry registry;

    @Inject
    private StoreProbes probes;

    void exist(@Observes Startup start) {
        for (Store store : List.of(Store.POSTGRESQL, Store.CLICKHOUSE)) {
            registry.gauge(
                    UP,
                    () -> probes.fault(store).isEmpty() ? 1 : 0,
                    new Tag("store", store.name().toLowerCase(Locale.ROOT)));
        }
    }
}
