package com.footstone.audit.kubernetes;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What one object says of another is so. */
class ReferencesTest {

    @ParameterizedTest
    @MethodSource("com.footstone.audit.kubernetes.Installations#all")
    void everyNameThatIsReferredToExists(Chart chart) {
        Rendered rendered = chart.render();
        Set<String> names =
                rendered.objects().stream().map(ReferencesTest::name).collect(Collectors.toCollection(HashSet::new));
        // What somebody else keeps.
        names.add("Secret held-elsewhere");
        names.add("ConfigMap held-elsewhere");

        assertThat(rendered.pods())
                .flatExtracting(pod -> pod.spec().getContainers())
                .allSatisfy(container -> {
                    assertThat(sources(container)).isSubsetOf(names);
                });
        assertThat(rendered.pods())
                .flatExtracting(pod -> pod.spec().getVolumes())
                .filteredOn(volume -> volume.getConfigMap() != null)
                .extracting(volume -> "ConfigMap " + volume.getConfigMap().getName())
                .isSubsetOf(names);
        assertThat(rendered.pods().stream()
                        .filter(Pod::serves)
                        .map(pod -> "ServiceAccount " + pod.spec().getServiceAccountName()))
                .isSubsetOf(names);
        assertThat(rendered.all(HorizontalPodAutoscaler.class))
                .extracting(HorizontalPodAutoscaler::getSpec)
                .extracting(spec -> spec.getScaleTargetRef().getKind() + " "
                        + spec.getScaleTargetRef().getName())
                .isSubsetOf(names);
        assertThat(rendered.all(StatefulSet.class))
                .extracting(set -> "Service " + set.getSpec().getServiceName())
                .isSubsetOf(names);
        assertThat(rendered.all(Ingress.class))
                .flatExtracting(ReferencesTest::backends)
                .isSubsetOf(names);
    }

    private static String name(HasMetadata object) {
        return object.getKind() + " " + object.getMetadata().getName();
    }

    private static List<String> sources(Container container) {
        return container.getEnvFrom().stream()
                .map(from -> from.getSecretRef() != null
                        ? "Secret " + from.getSecretRef().getName()
                        : "ConfigMap " + from.getConfigMapRef().getName())
                .toList();
    }

    private static List<String> backends(Ingress ingress) {
        return ingress.getSpec().getRules().get(0).getHttp().getPaths().stream()
                .map(path -> "Service " + path.getBackend().getService().getName())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("com.footstone.audit.kubernetes.Installations#all")
    void everySelectorFindsThePodsOfOnePart(Chart chart) {
        Rendered rendered = chart.render();
        Stream<Map<String, String>> selectors = Stream.of(
                        rendered.all(Service.class).stream()
                                .map(service -> service.getSpec().getSelector()),
                        rendered.all(PodDisruptionBudget.class).stream()
                                .map(budget -> budget.getSpec().getSelector())
                                .map(LabelSelector::getMatchLabels))
                .flatMap(labels -> labels);

        assertThat(selectors).isNotEmpty().allSatisfy(selector -> {
            assertThat(rendered.pods().stream()
                            .filter(pod -> pod.labels().entrySet().containsAll(selector.entrySet()))
                            .map(Pod::part))
                    .hasSize(1);
        });
    }

    @ParameterizedTest
    @MethodSource("com.footstone.audit.kubernetes.Installations#all")
    void everyPortAndVolumeThatIsNamedIsThere(Chart chart) {
        Rendered rendered = chart.render();
        Set<String> claimed = rendered.all(StatefulSet.class).stream()
                .flatMap(set -> set.getSpec().getVolumeClaimTemplates().stream())
                .map(claim -> claim.getMetadata().getName())
                .collect(Collectors.toSet());

        assertThat(rendered.pods()).allSatisfy(pod -> {
            Set<String> volumes = Stream.concat(pod.spec().getVolumes().stream().map(Volume::getName), claimed.stream())
                    .collect(Collectors.toSet());
            assertThat(pod.spec().getContainers()).allSatisfy(container -> {
                assertThat(container.getVolumeMounts())
                        .extracting(VolumeMount::getName)
                        .isSubsetOf(volumes);
                assertThat(probedPorts(container))
                        .isSubsetOf(container.getPorts().stream()
                                .map(ContainerPort::getName)
                                .toList());
            });
        });
    }

    private static List<String> probedPorts(Container container) {
        return Stream.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())
                .filter(probe -> probe != null)
                .map(Probe::getHttpGet)
                .map(HTTPGetAction::getPort)
                .map(port -> port.getStrVal())
                .toList();
    }

    @Test
    void everyPodOfTheServiceFindsTheCertificatesInTheFolderOfTheGuide() {
        Chart chart = Installations.least().with("held-elsewhere", "secrets", "certificates");

        assertThat(chart.render().pods())
                .filteredOn(pod -> !pod.part().equals("test"))
                .hasSize(3)
                .allSatisfy(pod -> {
                    assertThat(pod.spec().getContainers().get(0).getVolumeMounts())
                            .filteredOn(mount -> mount.getName().equals("certificates"))
                            .extracting(VolumeMount::getMountPath, VolumeMount::getReadOnly)
                            .containsExactly(tuple("/certificates", true));
                    assertThat(pod.spec().getVolumes())
                            .filteredOn(volume -> volume.getName().equals("certificates"))
                            .extracting(volume -> volume.getSecret().getSecretName())
                            .containsExactly("held-elsewhere");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"declared", "jars"})
    void everyPodOfTheServiceFindsTheRulesWhereItIsTold(String kind) {
        Rendered rendered =
                Installations.least().with("own-rules", "rules", kind).render();

        assertThat(rendered.pods())
                .filteredOn(pod -> !pod.part().equals("test"))
                .hasSize(3)
                .allSatisfy(pod -> {
                    assertThat(pod.spec().getContainers().get(0).getVolumeMounts())
                            .filteredOn(mount -> mount.getName().equals(kind + "-rules"))
                            .extracting(VolumeMount::getMountPath, VolumeMount::getReadOnly)
                            .containsExactly(tuple("/rules/" + kind, true));
                    assertThat(pod.spec().getVolumes())
                            .filteredOn(volume -> volume.getName().equals(kind + "-rules"))
                            .extracting(volume -> volume.getConfigMap().getName())
                            .containsExactly("own-rules");
                });
        assertThat(rendered.all(ConfigMap.class).get(0).getData())
                .containsEntry("AUDIT_RULES_" + kind.toUpperCase(Locale.ROOT), "/rules/" + kind);
    }

    @Test
    void everyPodOfTheServiceFindsTheSchemasWhereItIsTold() {
        Rendered rendered =
                Installations.least().with("own-ddl", "schemas", "existing").render();

        assertThat(rendered.pods())
                .filteredOn(pod -> !pod.part().equals("test"))
                .hasSize(3)
                .allSatisfy(pod -> {
                    assertThat(pod.spec().getContainers().get(0).getVolumeMounts())
                            .filteredOn(mount -> mount.getName().equals("schemas"))
                            .extracting(VolumeMount::getMountPath, VolumeMount::getReadOnly)
                            .containsExactly(tuple("/schemas", true));
                    assertThat(pod.spec().getVolumes())
                            .filteredOn(volume -> volume.getName().equals("schemas"))
                            .extracting(volume -> volume.getConfigMap().getName())
                            .containsExactly("own-ddl");
                });
        assertThat(rendered.all(ConfigMap.class).get(0).getData()).containsEntry("AUDIT_ANALYSIS_SCHEMAS", "/schemas");
    }

    @Test
    void aSettingOfARuleReachesThePods() {
        Chart chart = Installations.least().with(7, "rules", "settings", "checker.manyTables.most");

        assertThat(chart.render().all(ConfigMap.class).get(0).getData()).containsEntry("CHECKER_MANYTABLES_MOST", "7");
    }

    @Test
    void theServerIsToldWhichAuthorityOfTheCertificatesToTrust() {
        Chart chart = Installations.least()
                .with("held-elsewhere", "secrets", "certificates")
                .with("ca.pem", "secrets", "authority");

        assertThat(chart.render().pods())
                .filteredOn(pod -> pod.part().equals("api"))
                .hasSize(1)
                .allSatisfy(pod -> assertThat(pod.spec().getContainers().get(0).getEnv())
                        .extracting(EnvVar::getName, EnvVar::getValue)
                        .contains(tuple("cert_defaultKeyStore", "/certificates/ca.pem")));
    }

    @Test
    void aCollectorCanBeReachedIfTracesAreSentToOne() {
        Chart without = Installations.least();
        Chart with = without.with("http://collector:4317", "settings", "otel.exporter.otlp.endpoint");

        assertThat(portsLeftBy(without)).isNotEmpty().doesNotContain(4317);
        assertThat(portsLeftBy(with)).contains(4317);
    }

    private static List<Integer> portsLeftBy(Chart chart) {
        return chart.render().all(NetworkPolicy.class).stream()
                .flatMap(policy -> policy.getSpec().getEgress().stream())
                .flatMap(rule -> rule.getPorts().stream())
                .map(port -> port.getPort().getIntVal())
                .toList();
    }

    /** The server's own defaults, which nothing in the chart overrules. */
    @Test
    void thePortsAreThoseThatTheServerOpens() {
        Map<String, Integer> ports = Installations.least().render().pods().stream()
                .filter(pod -> pod.part().equals("api"))
                .flatMap(pod -> pod.spec().getContainers().get(0).getPorts().stream())
                .collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort));

        assertThat(ports).isEqualTo(Map.of("http", standard("http.port"), "management", standard("management.port")));
    }

    private static Integer standard(String key) {
        return Documented.keys().stream()
                .filter(one -> one.key().equals(key))
                .map(one -> Integer.valueOf(one.standard().replace("`", "")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyDirectionThatIsNotNamedIsDenied() {
        List<NetworkPolicy> policies = Installations.least().render().all(NetworkPolicy.class);

        assertThat(policies).anySatisfy(policy -> {
            assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
            assertThat(policy.getSpec().getIngress()).isEmpty();
            assertThat(policy.getSpec().getEgress()).isEmpty();
            assertThat(policy.getSpec().getPodSelector().getMatchLabels())
                    .doesNotContainKey("app.kubernetes.io/component");
        });
        assertThat(policies)
                .flatExtracting(policy -> policy.getSpec().getEgress())
                .allSatisfy(rule -> assertThat(rule.getPorts()).isNotEmpty());
        assertThat(policies)
                .flatExtracting(policy -> policy.getSpec().getIngress())
                .allSatisfy(rule -> assertThat(rule.getPorts()).isNotEmpty());
    }
}
