package com.footstone.audit.query;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.Config;

import com.footstone.audit.config.Setting;
import com.footstone.audit.config.SettingsSource;
import com.footstone.audit.config.ValueType;

/**
 * Whose figures the metrics tell.
 *
 * @param most so many tenants by their names; 0 to tell of none
 */
public record TenantSettings(int most) {

    private static final Setting<Integer> MOST = Setting.of(
                    "audit.metrics.tenants",
                    ValueType.integer(0, 200, "tenants"),
                    "20",
                    "Tenants that the metrics name, those with most executions in the last 24 hours; the others are told together."
                            + " 0 for no figures by tenant")
            .hot();

    public static TenantSettings from(Config config) {
        return new TenantSettings(MOST.read(config));
    }

    /** Makes the keys known. */
    @ApplicationScoped
    public static class Keys implements SettingsSource {
        @Override
        public List<Setting<?>> settings() {
            return List.of(MOST);
        }
    }
}
