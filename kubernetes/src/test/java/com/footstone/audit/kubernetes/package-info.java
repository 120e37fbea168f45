/**
 * Holds the chart and the manifests against what Kubernetes, the server and the operators' rules ask of them. Helm runs in
 * this process, and no cluster is needed. Whether they work in a cluster is tried in {@code
 * com.footstone.audit.kubernetes.cluster}.
 */
package com.footstone.audit.kubernetes;
