package com.footstone.audit.kubernetes.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** An installation that lives through what happens in a cluster. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubernetesDeploymentTest {

    private static final String API = "http://" + Installation.NAME + "-api:";

    private Surroundings surroundings;
    private Installation installation;

    /** One installation for all tests; each is skipped by itself, so that the report has all of them. */
    @BeforeEach
    void install() {
        Optional<Surroundings> found = Surroundings.ofEnvironment();
        assumeTrue(found.isPresent(), Surroundings.NONE);
        if (installation == null) {
            surroundings = found.orElseThrow();
            installation = Installation.start(surroundings);
        }
    }

    @AfterAll
    void uninstall() {
        if (installation != null) {
            installation.close();
        }
    }

    @Test
    void testK8s_StatefulSet_shouldDeploy() {
        assertThat(intake().get().getStatus().getReadyReplicas()).isEqualTo(2);
    }

    @Test
    void testK8s_multipleReplicas_shouldScale() {
        scaleIntake(3);
        installation.awaitReadyPods("intake", 3);
        scaleIntake(2);
        installation.awaitReadyPods("intake", 2);
    }

    private RollableScalableResource<StatefulSet> intake() {
        return installation
                .client()
                .apps()
                .statefulSets()
                .inNamespace(installation.namespace())
                .withName("sql-audit-intake");
    }

    private void scaleIntake(int replicas) {
        intake().scale(replicas);
    }

    /** What the ConfigMap says is what the program does: its metrics name the group that it joined. */
    @Test
    void testK8s_ConfigMap_shouldMount() throws Exception {
        installation.upgrade(Map.of("settings.kafka\\.consumer\\.group", "group-of-this-test"));

        Pod pod = installation.pods("intake").get(0);
        Awaitility.await("the group's name in the metrics")
                .atMost(Installation.PATIENCE)
                .until(() ->
                        Forwarded.get(installation, pod, 8091, "/metrics").contains("group=\"group-of-this-test\""));
    }

    @Test
    void testK8s_Secret_shouldInject() {
        Pod pod = installation.pods("api").get(0);

        assertThat(pod.getSpec().getContainers().get(0).getEnvFrom())
                .extracting(EnvFromSource::getSecretRef)
                .anyMatch(secret -> secret != null && secret.getName().equals("sql-audit"));
        assertThat(pod.getSpec().getContainers().get(0).getEnv())
                .extracting(EnvVar::getName)
                .doesNotContain("POSTGRES_PASSWORD", "AUDIT_EVIDENCE_KEY");
        assertThat(installation.readyPods("api"))
                .as("pods whose passwords the stores accept")
                .isEqualTo(2);
    }

    @Test
    void testK8s_PersistentVolumeClaim_shouldProvision() {
        List<PersistentVolumeClaim> claims = installation
                .client()
                .persistentVolumeClaims()
                .inNamespace(installation.namespace())
                .list()
                .getItems();

        assertThat(claims)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(claim -> assertThat(claim.getStatus().getPhase()).isEqualTo("Bound"));
    }

    @Test
    void testK8s_Service_shouldExpose() {
        installation.test();
    }

    @Test
    void testK8s_Ingress_shouldRoute() throws Exception {
        List<Pod> controllers = installation
                .client()
                .pods()
                .inNamespace("ingress-nginx")
                .withLabel("app.kubernetes.io/component", "controller")
                .list()
                .getItems();
        assumeFalse(controllers.isEmpty(), "the cluster has no ingress-nginx");
        installation.upgrade(
                Map.of("ingress.enabled", "true", "ingress.host", "audit.test", "ingress.tlsSecret", "audit-tls"));

        // A host that the controller knows is sent to TLS; of another it knows nothing.
        Awaitility.await("the route")
                .atMost(Installation.PATIENCE)
                .until(() -> 308 == Forwarded.status(installation, controllers.get(0), 80, "audit.test", "/openapi"));
        assertThat(Forwarded.status(installation, controllers.get(0), 80, "other.test", "/openapi"))
                .isEqualTo(404);
    }

    @Test
    void testK8s_healthCheck_shouldRestartOnFailure() {
        String container = "intake";
        editIntakeLiveness("/health/absent");
        try {
            Awaitility.await("a restart")
                    .atMost(Installation.PATIENCE)
                    .until(() -> installation.pods(container).stream()
                            .anyMatch(pod -> pod.getStatus().getContainerStatuses().stream()
                                    .anyMatch(status -> status.getRestartCount() > 0)));
        } finally {
            editIntakeLiveness("/health/live");
        }
        installation.awaitReadyPods(container, 2);
    }

    private void editIntakeLiveness(String path) {
        intake().edit(set -> {
            set.getSpec()
                    .getTemplate()
                    .getSpec()
                    .getContainers()
                    .get(0)
                    .getLivenessProbe()
                    .getHttpGet()
                    .setPath(path);
            return set;
        });
    }

    @Test
    void testK8s_rollingUpdate_shouldZeroDowntime() {
        Pod asking = Stranger.tester(surroundings.image()).asking("asking", "--for", "90", "200", API + "8090/openapi");
        installation
                .client()
                .pods()
                .inNamespace(installation.namespace())
                .resource(asking)
                .create();
        installation
                .client()
                .apps()
                .deployments()
                .inNamespace(installation.namespace())
                .withName("sql-audit-api")
                .rolling()
                .restart();

        assertThat(installation.awaitEnd("asking").getStatus().getPhase()).isEqualTo("Succeeded");
        installation.awaitReadyPods("api", 2);
    }

    @Test
    void testK8s_resourceLimits_shouldEnforce() {
        Pod ended = installation.runToEnd(Stranger.unknown(surroundings.image()).greedy("greedy"));

        assertThat(ended.getStatus()
                        .getContainerStatuses()
                        .get(0)
                        .getState()
                        .getTerminated()
                        .getReason())
                .isEqualTo("OOMKilled");
    }

    @Test
    void testK8s_nodeAffinity_shouldSchedule() {
        Node node = installation.client().nodes().list().getItems().stream()
                .filter(one -> one.getSpec().getTaints().isEmpty())
                .findFirst()
                .orElseThrow();
        String host = node.getMetadata().getLabels().get("kubernetes.io/hostname");
        installation.upgrade(Map.of("nodeSelector.kubernetes\\.io/hostname", host));

        assertThat(installation.pods("api"))
                .filteredOn(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .allSatisfy(pod -> assertThat(pod.getSpec().getNodeName())
                        .isEqualTo(node.getMetadata().getName()));
        installation.upgrade(Map.of("nodeSelector.kubernetes\\.io/hostname", "null"));
    }

    @Test
    void testK8s_podDisruptionBudget_shouldRespect() {
        installation.awaitReadyPods("api", 2);
        List<Pod> pods = installation.pods("api");

        assertThat(evict(pods.get(0))).as("the first eviction").isTrue();
        assertThat(evict(pods.get(1))).as("a second one at once").isFalse();
        installation.awaitReadyPods("api", 2);
    }

    private boolean evict(Pod pod) {
        return installation
                .client()
                .pods()
                .inNamespace(installation.namespace())
                .withName(pod.getMetadata().getName())
                .evict();
    }

    @Test
    void testK8s_horizontalPodAutoscaler_shouldScale() {
        installation.upgrade(Map.of("api.autoscaling.enabled", "true", "api.autoscaling.minReplicas", "3"));
        installation.awaitReadyPods("api", 3);

        installation.upgrade(Map.of("api.autoscaling.enabled", "false"));
        installation.awaitReadyPods("api", 2);
    }

    @Test
    void testK8s_networkPolicy_shouldIsolate() {
        String[] question = {"200", API + "8091/health/live"};
        Pod known = installation.runToEnd(Stranger.tester(surroundings.image()).asking("known", question));
        Pod unknown =
                installation.runToEnd(Stranger.unknown(surroundings.image()).asking("unknown", question));

        assertThat(known.getStatus().getPhase()).isEqualTo("Succeeded");
        assertThat(unknown.getStatus().getPhase()).isEqualTo("Failed");
    }

    @Test
    void testK8s_serviceAccount_shouldAuthorize() {
        for (String part : List.of("intake", "api")) {
            for (String resource : List.of("secrets", "configmaps", "pods")) {
                SubjectAccessReview review = new SubjectAccessReviewBuilder()
                        .withNewSpec()
                        .withUser("system:serviceaccount:" + installation.namespace() + ":sql-audit-" + part)
                        .withNewResourceAttributes()
                        .withNamespace(installation.namespace())
                        .withVerb("get")
                        .withResource(resource)
                        .endResourceAttributes()
                        .endSpec()
                        .build();

                assertThat(installation
                                .client()
                                .authorization()
                                .v1()
                                .subjectAccessReview()
                                .create(review)
                                .getStatus()
                                .getAllowed())
                        .as(part + " may get " + resource)
                        .isFalse();
            }
        }
    }
}
