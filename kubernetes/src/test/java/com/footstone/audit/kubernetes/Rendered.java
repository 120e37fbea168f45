package com.footstone.audit.kubernetes;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import io.fabric8.kubernetes.api.model.HasMetadata;
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

    /** The objects of a kind that has no class here, such as a ServiceMonitor. */
    List<HasMetadata> named(String kind) {
        return objects.stream().filter(object -> object.getKind().equals(kind)).toList();
    }
}
