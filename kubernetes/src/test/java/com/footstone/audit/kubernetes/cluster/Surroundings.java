package com.footstone.audit.kubernetes.cluster;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What an installation needs of others: a cluster, an image that it can fetch, and stores that its pods reach.
 *
 * @param kubeConfig the cluster's configuration
 * @param values the chart's values for it, as for Helm's {@code --set}
 */
record Surroundings(Path kubeConfig, Map<String, String> values) {

    /** Why there is nothing to be tested, for whoever reads the report. */
    static final String NONE =
            "KUBECONFIG names no cluster; set it, and what Surroundings reads, to have the chart installed";

    private static final Map<String, String> STORES = Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", "settings.kafka\\.bootstrap\\.servers",
            "POSTGRES_URL", "settings.postgres\\.url",
            "POSTGRES_USER", "settings.postgres\\.user",
            "POSTGRES_PASSWORD", "secrets.postgresPassword",
            "CLICKHOUSE_URL", "settings.clickhouse\\.url",
            "CLICKHOUSE_USER", "settings.clickhouse\\.user",
            "CLICKHOUSE_PASSWORD", "secrets.clickhousePassword",
            "IMAGE_REPOSITORY", "image.repository",
            "IMAGE_TAG", "image.tag");

    /**
     * Reads the environment; empty without a cluster.
     *
     * @throws IllegalStateException if there is a cluster and something else is missing
     */
    static Optional<Surroundings> ofEnvironment() {
        String kubeConfig = System.getenv("KUBECONFIG");
        if (kubeConfig == null || kubeConfig.isBlank()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        STORES.forEach((variable, path) -> values.put(path, required(variable).replace(",", "\\,")));
        values.put("secrets.keystorePassword", UUID.randomUUID().toString());
        values.put(
                "secrets.evidenceKey",
                pem("PRIVATE", key("Ed25519").getPrivate().getEncoded()));
        values.put("settings.mp\\.jwt\\.verify\\.issuer", "urn:sql-audit:test");
        values.put(
                "settings.mp\\.jwt\\.verify\\.publickey",
                pem("PUBLIC", key("RSA").getPublic().getEncoded()));
        return Optional.of(new Surroundings(Path.of(kubeConfig), values));
    }

    private static String required(String variable) {
        String value = System.getenv(variable);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(variable + " is not set; a test in a cluster needs " + STORES.keySet());
        }
        return value;
    }

    private static KeyPair key(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform cannot make keys of " + algorithm, e);
        }
    }

    private static String pem(String kind, byte[] key) {
        return "-----BEGIN " + kind + " KEY-----\n" + Base64.getMimeEncoder().encodeToString(key) + "\n-----END " + kind
                + " KEY-----\n";
    }

    /** The name that the cluster knows the image by. */
    String image() {
        return values.get("image.repository") + ":" + values.get("image.tag");
    }

    @Override
    public String toString() {
        return "Surroundings[" + kubeConfig + "]";
    }
}
