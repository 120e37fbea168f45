/**
 * The chart in a cluster, which {@code KUBECONFIG} names: what was rendered is installed, disturbed and asked. Without a
 * cluster, these tests are skipped.
 */
package com.footstone.audit.kubernetes.cluster;
