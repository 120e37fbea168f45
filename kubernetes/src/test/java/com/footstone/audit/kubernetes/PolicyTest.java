package com.footstone.audit.kubernetes;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.ServiceAccount;

import static org.assertj.core.api.Assertions.assertThat;

/** The rules of a careful operator, which are those of Pod Security "restricted" and some more. */
class PolicyTest {

    @ParameterizedTest
    @MethodSource("com.footstone.audit.kubernetes.Installations#all")
    void noPodHasAPrivilege(Chart chart) {
        assertThat(chart.render().pods()).isNotEmpty().allSatisfy(pod -> {
            PodSecurityContext context = pod.spec().getSecurityContext();
            assertThat(context.getRunAsNonRoot()).isTrue();
            assertThat(context.getRunAsUser()).isPositive();
            assertThat(context.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.spec().getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.spec().getHostNetwork()).isNull();
            assertThat(pod.spec().getHostPID()).isNull();
            assertThat(pod.spec().getHostIPC()).isNull();
            assertThat(pod.spec().getVolumes())
                    .allSatisfy(volume -> assertThat(volume.getHostPath()).isNull());
            assertThat(pod.spec().getContainers()).allSatisfy(PolicyTest::hasNoPrivilege);
        });
    }

    private static void hasNoPrivilege(Container container) {
        SecurityContext context = container.getSecurityContext();
        assertThat(context.getAllowPrivilegeEscalation()).isFalse();
        assertThat(context.getReadOnlyRootFilesystem()).isTrue();
        assertThat(context.getPrivileged()).isNull();
        assertThat(context.getCapabilities())
                .extracting(Capabilities::getDrop, Capabilities::getAdd)
                .containsExactly(List.of("ALL"), List.of());
        assertThat(container.getPorts())
                .allSatisfy(port -> assertThat(port.getHostPort()).isNull());
    }

    /** Memory is not to be overcommitted: what is promised is what may be used. */
    @ParameterizedTest
    @MethodSource("com.footstone.audit.kubernetes.Installations#all")
    void everyContainerNamesWhatItTakes(Chart chart) {
        assertThat(containers(chart)).isNotEmpty().allSatisfy(container -> {
            ResourceRequirements resources = container.getResources();
            assertThat(resources.getRequests()).containsKeys("cpu", "memory");
            assertThat(resources.getLimits()).containsKeys("cpu", "memory");
            assertThat(resources.getRequests().get("memory"))
                    .isEqualTo(resources.getLimits().get("memory"));
            assertThat(amount(resources.getRequests().get("cpu")))
                    .isLessThanOrEqualTo(amount(resources.getLimits().get("cpu")));
        });
    }

    private static double amount(Quantity quantity) {
        return Quantity.getAmountInBytes(quantity).doubleValue();
    }

    @ParameterizedTest
    @MethodSource("com.footstone.audit.kubernetes.Installations#all")
    void everyImageIsOfAVersion(Chart chart) {
        assertThat(containers(chart)).extracting(Container::getImage).allSatisfy(image -> assertThat(image)
                .matches(".+(:.+|@sha256:[0-9a-f]{64})")
                .doesNotEndWith(":latest"));
    }

    @ParameterizedTest
    @MethodSource("com.footstone.audit.kubernetes.Installations#all")
    void whatServesIsProbed(Chart chart) {
        assertThat(chart.render().pods()).filteredOn(Pod::serves).allSatisfy(pod -> {
            Container container = pod.spec().getContainers().get(0);
            assertThat(container.getStartupProbe().getHttpGet().getPath()).isEqualTo("/health/started");
            assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/health/live");
            assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/health/ready");
        });
    }

    /** It answers until it is known everywhere that it goes, and then has the time that the server promises to end in. */
    @ParameterizedTest
    @MethodSource("com.footstone.audit.kubernetes.Installations#all")
    void whatLeavesIsGivenTime(Chart chart) {
        assertThat(chart.render().pods()).filteredOn(Pod::serves).allSatisfy(pod -> {
            long drain = pod.spec()
                    .getContainers()
                    .get(0)
                    .getLifecycle()
                    .getPreStop()
                    .getSleep()
                    .getSeconds();

            assertThat(drain).isGreaterThanOrEqualTo(5);
            assertThat(pod.spec().getTerminationGracePeriodSeconds()).isGreaterThanOrEqualTo(drain + 20);
        });
    }

    @ParameterizedTest
    @MethodSource("com.footstone.audit.kubernetes.Installations#all")
    void noAccountHasARight(Chart chart) {
        Rendered rendered = chart.render();

        assertThat(rendered.text()).doesNotContain("kind: Role\n").doesNotContain("kind: ClusterRole");
        assertThat(rendered.all(ServiceAccount.class)).isNotEmpty().allSatisfy(account -> assertThat(
                        account.getAutomountServiceAccountToken())
                .isFalse());
    }

    private static List<Container> containers(Chart chart) {
        return chart.render().pods().stream()
                .flatMap(pod -> pod.spec().getContainers().stream())
                .toList();
    }
}
