package com.footstone.audit.kubernetes.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

import com.marcnuri.helm.Helm;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;

/** A release in a namespace of its own, which goes with it. */
final class Installation implements AutoCloseable {

    static final String NAME = "sql-audit";

    /** A pod may have to fetch its image, and a volume to be made. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Path CHART = Path.of("chart");

    private final Path kubeConfig;
    private final String namespace = "sql-audit-test-" + ProcessHandle.current().pid();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final KubernetesClient client;

    private Installation(Path kubeConfig) {
        this.kubeConfig = kubeConfig;
        client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(read(kubeConfig)))
                .build();
    }

    /** Installs the chart, as two pods of each part. */
    static Installation start(Surroundings surroundings) {
        Installation installation = new Installation(surroundings.kubeConfig());
        try {
            installation.values.putAll(surroundings.values());
            installation.apply();
        } catch (RuntimeException e) {
            installation.close();
            throw e;
        }
        return installation;
    }

    /** Changes values, written as for Helm's {@code --set}, and waits until all pods have followed. */
    void upgrade(Map<String, String> changed) {
        values.putAll(changed);
        apply();
    }

    private void apply() {
        var command = new Helm(CHART)
                .upgrade()
                .install()
                .createNamespace()
                .withName(NAME)
                .withNamespace(namespace)
                .withKubeConfig(kubeConfig)
                .waitReady()
                .withTimeout((int) PATIENCE.toSeconds());
        values.forEach(command::set);
        command.call();
    }

    /** Has Helm run the chart's own test, which fails with its pod. */
    void test() {
        Helm.test(NAME)
                .withNamespace(namespace)
                .withKubeConfig(kubeConfig)
                .withTimeout((int) PATIENCE.toSeconds())
                .call();
    }

    KubernetesClient client() {
        return client;
    }

    String namespace() {
        return namespace;
    }

    /** The pods of a part, in no order. */
    List<Pod> pods(String part) {
        return client.pods()
                .inNamespace(namespace)
                .withLabel("app.kubernetes.io/component", part)
                .list()
                .getItems();
    }

    long readyPods(String part) {
        return pods(part).stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .filter(pod -> pod.getStatus().getConditions().stream()
                        .anyMatch(is ->
                                is.getType().equals("Ready") && is.getStatus().equals("True")))
                .count();
    }

    void awaitReadyPods(String part, long count) {
        Awaitility.await(count + " ready pods of " + part)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> readyPods(part) == count);
    }

    /** Runs a pod to its end and returns it. */
    Pod runToEnd(Pod pod) {
        client.pods().inNamespace(namespace).resource(pod).create();
        return awaitEnd(pod.getMetadata().getName());
    }

    Pod awaitEnd(String name) {
        return client.pods()
                .inNamespace(namespace)
                .withName(name)
                .waitUntilCondition(
                        now -> now != null
                                && List.of("Succeeded", "Failed")
                                        .contains(now.getStatus().getPhase()),
                        PATIENCE.toSeconds(),
                        TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        Helm.uninstall(NAME)
                .withNamespace(namespace)
                .withKubeConfig(kubeConfig)
                .ignoreNotFound()
                .call();
        client.namespaces().withName(namespace).delete();
        client.close();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The cluster's configuration cannot be read", e);
        }
    }
}
