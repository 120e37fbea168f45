package com.footstone.audit.kubernetes;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;

import static org.assertj.core.api.Assertions.assertThat;

/** Every object is one that Kubernetes, or an operator that the values name, understands to the last field. */
class ManifestTest {

    private static final Set<String> CURRENT = Set.of(
            "v1",
            "apps/v1",
            "batch/v1",
            "policy/v1",
            "autoscaling/v2",
            "networking.k8s.io/v1",
            "monitoring.coreos.com/v1",
            "argoproj.io/v1alpha1");

    private static final Set<String> KINDS_OF_OPERATORS = Set.of("ServiceMonitor", "PrometheusRule", "Rollout");

    @ParameterizedTest
    @MethodSource("com.footstone.audit.kubernetes.Installations#all")
    void everyObjectIsOfACurrentVersionAndHasNoUnknownField(Chart chart) {
        List<HasMetadata> objects = chart.render().objects();

        assertThat(objects).isNotEmpty();
        assertThat(objects).extracting(HasMetadata::getApiVersion).isSubsetOf(CURRENT);
        assertThat(objects).allSatisfy(object -> {
            if (object instanceof GenericKubernetesResource generic) {
                // It has no class here: its fields are the operator's business.
                assertThat(generic.getKind()).isIn(KINDS_OF_OPERATORS);
            } else {
                assertThat(UnknownFields.of(object)).isEmpty();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("com.footstone.audit.kubernetes.Installations#all")
    void everyObjectIsInTheNamespaceAndCarriesTheReleasesLabels(Chart chart) {
        assertThat(chart.render().objects()).allSatisfy(object -> {
            assertThat(object.getMetadata().getLabels())
                    .containsEntry("app.kubernetes.io/instance", Chart.RELEASE)
                    .containsEntry("app.kubernetes.io/name", "sql-audit");
            if (!object.getKind().equals("Namespace")) {
                assertThat(object.getMetadata().getNamespace()).isEqualTo(Chart.NAMESPACE);
            }
        });
    }

    @Test
    void aClusterOfBeforeTheSleepActionGetsACommand() {
        assertThat(Installations.least().render("1.29.0").pods())
                .filteredOn(Pod::serves)
                .hasSize(2)
                .allSatisfy(pod -> assertThat(pod.spec()
                                .getContainers()
                                .get(0)
                                .getLifecycle()
                                .getPreStop()
                                .getExec()
                                .getCommand())
                        .containsExactly("sleep", "5"));
    }
}
