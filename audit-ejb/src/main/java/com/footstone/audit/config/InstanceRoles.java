package com.footstone.audit.config;

import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.Config;

/**
 * What this instance is there for. A role that is off starts none of its parts.
 *
 * @param intake reads events and stores them, and sees to what is due in the stores
 * @param api answers questions; the server keeps its port closed otherwise
 * @param migration who brings the stores to the schema of this version
 */
public record InstanceRoles(boolean intake, boolean api, Migration migration) {

    /** Who brings the stores to the schema of a version. */
    public enum Migration {
        /** An instance with the intake, when it starts; others wait for it. */
        AT_START,
        /** This one, which does nothing else and ends when it is done. */
        ONLY,
        /** Somebody else; this one waits until it is done. */
        ELSEWHERE
    }

    private static final Setting<Boolean> INTAKE = Setting.of(
            "audit.intake.enabled", ValueType.flag(), "true", "Whether this instance reads events and stores them");
    private static final Setting<Boolean> API = Setting.of(
            "audit.api.enabled",
            ValueType.flag(),
            "true",
            "Whether this instance answers the REST interface; its port is closed otherwise");
    private static final Setting<Migration> MIGRATION = Setting.of(
            "audit.schema.migration",
            ValueType.choice(Migration.class),
            Migration.AT_START.name(),
            "Who brings the stores to the schema of this version: an instance with the intake at its start, this one and"
                    + " nothing else, after which it ends, or somebody elsewhere, for whom this one waits");

    public InstanceRoles {
        Objects.requireNonNull(migration, "migration is null");
    }

    /**
     * Reads the roles of this instance.
     *
     * @throws ConfigurationException if it would have none
     */
    public static InstanceRoles from(Config config) {
        InstanceRoles roles = new InstanceRoles(INTAKE.read(config), API.read(config), MIGRATION.read(config));
        if (!roles.intake && !roles.api && !roles.onlyMigrates()) {
            throw new ConfigurationException(
                    INTAKE.key(),
                    "is false, and so is " + API.key() + ", so that there is nothing to do; set one of them to true"
                            + " (environment variables " + INTAKE.environmentVariable() + ", "
                            + API.environmentVariable() + ")");
        }
        return roles.onlyMigrates() ? new InstanceRoles(false, false, Migration.ONLY) : roles;
    }

    /** Whether this instance changes the schema of the stores. */
    public boolean migrates() {
        return onlyMigrates() || (intake && migration == Migration.AT_START);
    }

    /** Whether this instance ends when the stores have their schema. */
    public boolean onlyMigrates() {
        return migration == Migration.ONLY;
    }

    /** Makes the keys known. */
    @ApplicationScoped
    public static class Keys implements SettingsSource {
        @Override
        public List<Setting<?>> settings() {
            return List.of(INTAKE, API, MIGRATION);
        }

        @Override
        public void verify(Config config) {
            from(config);
        }
    }
}
