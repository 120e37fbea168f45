package com.footstone.audit.query;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.annotation.RegistryScope;

import com.footstone.audit.model.Severity;

/** Shows who executes how much. There are never more tenants than were counted last. For one thread. */
@ApplicationScoped
public class TenantMetrics {

    private static final Metadata EXECUTIONS = Metadata.builder()
            .withName("audit_tenant_executions")
            .withDescription("Executions of the last 24 hours by tenant and worst finding, as ClickHouse counts them")
            .withUnit(MetricUnits.NONE)
            .build();

    @Inject
    @RegistryScope(scope = MetricRegistry.APPLICATION_SCOPE)
    private MetricRegistry registry;

    private final Map<String, Map<Severity, AtomicLong>> shown = new HashMap<>();

    void show(List<TenantCount> counts) {
        Map<String, Map<Severity, Long>> now = new HashMap<>();
        counts.forEach(count -> now.computeIfAbsent(count.tenant(), tenant -> new HashMap<>())
                .merge(count.severity(), count.executions(), Long::sum));
        Set<String> gone = new HashSet<>(shown.keySet());
        gone.removeAll(now.keySet());
        gone.forEach(this::remove);
        now.forEach((tenant, bySeverity) -> shown.computeIfAbsent(tenant, this::added)
                .forEach((severity, gauge) -> gauge.set(bySeverity.getOrDefault(severity, 0L))));
    }

    /** Every severity, so that a panel has its zero. */
    private Map<Severity, AtomicLong> added(String tenant) {
        Map<Severity, AtomicLong> gauges = new HashMap<>();
        for (Severity severity : Severity.values()) {
            AtomicLong value = new AtomicLong();
            registry.gauge(EXECUTIONS, value::get, tags(tenant, severity));
            gauges.put(severity, value);
        }
        return gauges;
    }

    private void remove(String tenant) {
        for (Severity severity : Severity.values()) {
            registry.remove(new MetricID(EXECUTIONS.getName(), tags(tenant, severity)));
        }
        shown.remove(tenant);
    }

    private static Tag[] tags(String tenant, Severity severity) {
        return new Tag[] {new Tag("tenant", tenant), new Tag("severity", severity.name())};
    }
}
