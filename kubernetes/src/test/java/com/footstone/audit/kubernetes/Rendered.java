package com.footstone.audit.kubernetes;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/**
 * What Helm made of the chart.
 *
 * @param text as Helm wrote it
 * @param objects the same, typed: kinds that Kubernetes itself has are read into their classes, which know every field
 */
record Rendered(String text, List<HasMetadata> objects) {

    private static final KubernetesSerialization YAML = new KubernetesSerialization();
    private static final Pattern DOCUMENT = Pattern.compile("(?m)^---\\s*$");

    static Rendered of(String text) {
        return new Rendered(
                text,
                Arrays.stream(DOCUMENT.split(text))
                        .filter(document -> document.lines()
                                .anyMatch(line ->
                                        !line.isBlank() && !line.stripLeading().startsWith("#")))
                        .map(document -> (HasMetadata) YAML.unmarshal(document))
                        .toList());
    }

    /** All objects of a kind. */
    <T> List<T> all(Class<T> kind) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The pods of all workloads. */
    List<Pod> pods() {
        return objects.stream().flatMap(Rendered::pods).toList();
    }

    private static Stream<Pod> pods(HasMetadata object) {
        String owner = object.getKind() + " " + object.getMetadata().getName();
        if (object instanceof io.fabric8.kubernetes.api.model.Pod pod) {
            return Stream.of(new Pod(owner, pod.getMetadata(), pod.getSpec()));
        }
        PodTemplateSpec template = null;
        if (object instanceof StatefulSet set) {
            template = set.getSpec().getTemplate();
        } else if (object instanceof Deployment deployment) {
            template = deployment.getSpec().getTemplate();
        } else if (object instanceof Job job) {
            template = job.getSpec().getTemplate();
        } else if (object instanceof GenericKubernetesResource rollout
                && object.getKind().equals("Rollout")) {
            template = YAML.convertValue(rollout.<Object>get("spec", "template"), PodTemplateSpec.class);
        }
        return Stream.ofNullable(template).map(of -> new Pod(owner, of.getMetadata(), of.getSpec()));
    }

    /** The objects of a kind that has no class here, such as a ServiceMonitor. */
    List<HasMetadata> named(String kind) {
        return objects.stream().filter(object -> object.getKind().equals(kind)).toList();
    }
}
