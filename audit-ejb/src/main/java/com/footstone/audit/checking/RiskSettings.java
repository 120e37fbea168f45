package com.footstone.audit.checking;

import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import com.footstone.audit.config.Setting;
import com.footstone.audit.config.SettingsSource;
import com.footstone.audit.config.ValueType;

/**
 * Where the same finding weighs more.
 *
 * @param privilegedUsers database users who may do nearly everything
 * @param criticalDatabases databases of which the organisation lives
 */
record RiskSettings(NamePatterns privilegedUsers, NamePatterns criticalDatabases) {

    private static final Setting<List<String>> PRIVILEGED_USERS = Setting.of(
            "risk.privilegedUsers",
            ValueType.list(),
            "postgres,root,sa,sys,system,sysdba,dba,dbo,admin,administrator,mysql.sys,rdsadmin,cloudsqladmin,azure_superuser",
            "Database users who may do nearly everything: a finding against one scores higher; * stands for any characters.");
    private static final Setting<List<String>> CRITICAL_DATABASES = Setting.of(
            "risk.criticalDatabases",
            ValueType.list(),
            "prod,production,prod_*,prod-*,*_prod,*-prod,*_production,*-production",
            "Databases where a finding scores higher, such as those of production; * stands for any characters.");

    RiskSettings {
        Objects.requireNonNull(privilegedUsers, "privilegedUsers is null");
        Objects.requireNonNull(criticalDatabases, "criticalDatabases is null");
    }

    static RiskSettings from(Thresholds thresholds) {
        return new RiskSettings(
                NamePatterns.of(thresholds.get(PRIVILEGED_USERS)), NamePatterns.of(thresholds.get(CRITICAL_DATABASES)));
    }

    /** Makes the keys known. */
    @ApplicationScoped
    public static class Keys implements SettingsSource {
        @Override
        public List<Setting<?>> settings() {
            return List.of(PRIVILEGED_USERS, CRITICAL_DATABASES);
        }
    }
}
