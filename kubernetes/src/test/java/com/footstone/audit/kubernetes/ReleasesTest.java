package com.footstone.audit.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;

import static org.assertj.core.api.Assertions.assertThat;

/** A release leaves alone what runs already: another release in its namespace, and what it was itself before. */
class ReleasesTest {

    private static final String COMPONENT = "app.kubernetes.io/component";

    @ParameterizedTest
    @ValueSource(strings = {"blue", "sql-audit-2", "audit"})
    void aSecondReleaseInTheNamespaceHasNothingInCommonWithTheFirst(String second) {
        Rendered first = Installations.everything().render();
        Rendered other = Installations.everything().renderAs(second);

        // The namespace itself is made by nobody else, and has one name.
        assertThat(names(other)).doesNotContainAnyElementsOf(names(first));
        assertThat(selectors(other)).isNotEmpty();
        for (Map<String, String> selector : selectors(other)) {
            assertThat(first.pods())
                    .as("pods of the first release that %s selects", selector)
                    .noneMatch(pod -> pod.metadata().getLabels().entrySet().containsAll(selector.entrySet()));
        }
    }

    /** What Kubernetes refuses to change in a workload that exists, as every version of the chart has had it. */
    @ParameterizedTest
    @MethodSource("com.footstone.audit.kubernetes.Installations#all")
    void whatCannotBeChangedInAWorkloadStaysAsItWas(Chart chart) {
        Rendered rendered = chart.render();

        assertThat(rendered.all(StatefulSet.class)).allSatisfy(set -> {
            assertThat(set.getMetadata().getName()).isEqualTo("sql-audit-intake");
            assertThat(set.getSpec().getServiceName()).isEqualTo("sql-audit-intake");
            assertThat(set.getSpec().getPodManagementPolicy()).isEqualTo("Parallel");
            assertThat(set.getSpec().getSelector().getMatchLabels()).isEqualTo(selector("intake"));
        });
        assertThat(rendered.all(Deployment.class)).allSatisfy(deployment -> {
            assertThat(deployment.getMetadata().getName()).isEqualTo("sql-audit-api");
            assertThat(deployment.getSpec().getSelector().getMatchLabels()).isEqualTo(selector("api"));
        });
    }

    /** An installation grows: from each size to any other, its volumes are the same. */
    @Test
    void everySizeHasTheVolumesOfTheOthers() {
        Set<List<PersistentVolumeClaim>> volumes = Chart.sizes().stream()
                .map(size -> Installations.least().with(size).render())
                .flatMap(size -> size.all(StatefulSet.class).stream())
                .map(set -> set.getSpec().getVolumeClaimTemplates())
                .collect(Collectors.toSet());

        assertThat(volumes).hasSize(1);
    }

    /** A job cannot be changed: the one of the version before goes first. */
    @Test
    void theMigrationTakesThePlaceOfTheOneBefore() {
        assertThat(Installations.least().render().all(Job.class))
                .singleElement()
                .satisfies(job -> assertThat(job.getMetadata().getAnnotations().get("helm.sh.test/hook-delete-policy"))
                        .contains("before-hook-creation"));
    }

    private static Map<String, String> selector(String component) {
        return Map.of(
                "app.kubernetes.io/name", "sql-audit", "app.kubernetes.io/instance", "sql-audit", COMPONENT, component);
    }

    private static Set<String> names(Rendered rendered) {
        return rendered.objects().stream()
                .filter(object -> !object.getKind().equals("Namespace"))
                .map(object -> object.getKind() + " " + object.getMetadata().getName())
                .collect(Collectors.toSet());
    }

    private static List<Map<String, String>> selectors(Rendered rendered) {
        return Stream.of(
                        rendered.all(Service.class).stream()
                                .map(service -> service.getSpec().getSelector()),
                        rendered.all(StatefulSet.class).stream()
                                .map(set -> set.getSpec().getSelector().getMatchLabels()),
                        rendered.all(Deployment.class).stream()
                                .map(set -> set.getSpec().getSelector().getMatchLabels()),
                        rendered.all(PodDisruptionBudget.class).stream()
                                .map(budget -> budget.getSpec().getSelector().getMatchLabels()),
                        rendered.all(NetworkPolicy.class).stream()
                                .map(policy -> policy.getSpec().getPodSelector().getMatchLabels()))
                .flatMap(all -> all)
                .toList();
    }
}
