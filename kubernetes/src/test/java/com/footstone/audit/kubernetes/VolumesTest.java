package com.footstone.audit.kubernetes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/** Volumes of a StatefulSet cannot be changed: the chart says so before Kubernetes does, and by the name of the value. */
class VolumesTest {

    private static final String REMEDY = "kubectl -n sql-audit delete statefulset sql-audit-intake --cascade=orphan";

    @ParameterizedTest
    @CsvSource({"size, 4Gi", "size, 1999Mi", "storageClass, fast"})
    void anUpgradeToOtherVolumesIsRefused(String value, String text) {
        Chart other = Installations.least().with(text, "intake", "dumps", value);

        assertThat(refusal(other, Installations.least()))
                .contains("intake.dumps." + value + " is not what the StatefulSet sql-audit-intake was made with")
                .contains(REMEDY);
    }

    @Test
    void andSoIsOneToVolumesWhereThereWereNoneOrToNone() {
        Chart without = Installations.least().with(false, "intake", "dumps", "enabled");

        assertThat(refusal(Installations.least(), without)).contains("intake.dumps.enabled is not what");
        assertThat(refusal(without, Installations.least())).contains("intake.dumps.enabled is not what");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2Gi", "2048Mi", "2097152Ki", "2147483648", "2.0Gi"})
    void theSameSizeInOtherWordsIsTheSame(String size) {
        Chart same = Installations.least().with(size, "intake", "dumps", "size");

        assertThat(refusal(same, Installations.least())).doesNotContain("intake.dumps");
    }

    @Test
    void withoutVolumesTheirSizeIsNobodysBusiness() {
        Chart without = Installations.least().with(false, "intake", "dumps", "enabled");
        Chart other = without.with("9Gi", "intake", "dumps", "size");

        assertThat(refusal(other, without)).doesNotContain("intake.dumps");
    }

    /** What Helm says who is to put the one where the other is; it goes no further than this cluster does. */
    private static String refusal(Chart chart, Chart installed) {
        StatefulSet there = installed.render().all(StatefulSet.class).get(0);
        try (ApiServer cluster = ApiServer.with(asKept(there))) {
            return chart.refusalBy(cluster.kubeConfig());
        }
    }

    /** Kubernetes gives sizes back in the shortest way to write them. */
    private static StatefulSet asKept(StatefulSet set) {
        if (set.getSpec().getVolumeClaimTemplates().isEmpty()) {
            return set;
        }
        return new StatefulSetBuilder(set)
                .editSpec()
                .editFirstVolumeClaimTemplate()
                .editSpec()
                .withNewResources()
                .addToRequests("storage", new Quantity("2Gi"))
                .endResources()
                .endSpec()
                .endVolumeClaimTemplate()
                .endSpec()
                .build();
    }
}
