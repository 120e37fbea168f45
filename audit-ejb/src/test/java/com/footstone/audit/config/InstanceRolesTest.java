package com.footstone.audit.config;

import org.junit.jupiter.api.Test;

import com.footstone.audit.config.InstanceRoles.Migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InstanceRolesTest {

    @Test
    void anInstanceDoesEverythingUnlessToldOtherwise() {
        InstanceRoles roles = InstanceRoles.from(MapConfig.of());

        assertThat(roles).isEqualTo(new InstanceRoles(true, true, Migration.AT_START));
        assertThat(roles.migrates()).isTrue();
    }

    @Test
    void anInstanceWithoutIntakeChangesNoSchema() {
        InstanceRoles roles = InstanceRoles.from(MapConfig.of("audit.intake.enabled", "false"));

        assertThat(roles.intake()).isFalse();
        assertThat(roles.migrates()).isFalse();
    }

    @Test
    void anIntakeWhoseStoresAreMigratedElsewhereChangesNoSchema() {
        assertThat(InstanceRoles.from(MapConfig.of("audit.schema.migration", "elsewhere"))
                        .migrates())
                .isFalse();
    }

    @Test
    void anInstanceThatOnlyMigratesHasNoOtherRole() {
        InstanceRoles roles = InstanceRoles.from(MapConfig.of("audit.schema.migration", "ONLY"));

        assertThat(roles).isEqualTo(new InstanceRoles(false, false, Migration.ONLY));
        assertThat(roles.migrates()).isTrue();
    }

    @Test
    void anInstanceWithNothingToDoIsRefused() {
        assertThatThrownBy(() ->
                        InstanceRoles.from(MapConfig.of("audit.intake.enabled", "false", "audit.api.enabled", "false")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("AUDIT_INTAKE_ENABLED")
                .hasMessageContaining("AUDIT_API_ENABLED");
    }
}
