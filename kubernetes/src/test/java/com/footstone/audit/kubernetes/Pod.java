package com.footstone.audit.kubernetes;

import java.util.Map;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;

/** The pods of a workload, or a pod of its own. */
record Pod(String owner, ObjectMeta metadata, PodSpec spec) {

    Map<String, String> labels() {
        return metadata.getLabels();
    }

    /** What it is of the service: intake, api, migration or test. */
    String part() {
        return labels().get("app.kubernetes.io/component");
    }

    /** Whether it runs for good. */
    boolean serves() {
        return part().equals("intake") || part().equals("api");
    }
}
