package com.footstone.audit.kubernetes.cluster;

import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;

/** Pods of the service's image that do something else: its Java is all that they have. */
record Stranger(String image, Map<String, String> labels) {

    private static final String TOOLS = "/opt/sql-audit/wlp/usr/servers/sql-audit-service/tools/audit-container.jar";

    /** One that the policies let ask the API, as they let the chart's own test. */
    static Stranger tester(String image) {
        return new Stranger(
                image,
                Map.of(
                        "app.kubernetes.io/name", "sql-audit",
                        "app.kubernetes.io/instance", Installation.NAME,
                        "app.kubernetes.io/component", "test"));
    }

    /** One that no policy names. */
    static Stranger unknown(String image) {
        return new Stranger(image, Map.of("app", "stranger"));
    }

    /** Ends well if addresses answer as expected: see {@code HttpCheck}. */
    Pod asking(String name, String... arguments) {
        return running(
                name, "128Mi", List.of("-Xmx32m", "-cp", TOOLS, "com.footstone.audit.container.HttpCheck"), arguments);
    }

    /** Takes more memory than it may. */
    Pod greedy(String name) {
        return running(name, "64Mi", List.of("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch", "-version"));
    }

    private Pod running(String name, String memory, List<String> options, String... arguments) {
        Map<String, Quantity> resources = Map.of("cpu", new Quantity("500m"), "memory", new Quantity(memory));
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .withRestartPolicy("Never")
                .withAutomountServiceAccountToken(false)
                .addNewContainer()
                .withName(name)
                .withImage(image)
                .withCommand("java")
                .addAllToArgs(options)
                .addToArgs(arguments)
                .withNewResources()
                .withRequests(resources)
                .withLimits(resources)
                .endResources()
                .endContainer()
                .endSpec()
                .build();
    }
}
