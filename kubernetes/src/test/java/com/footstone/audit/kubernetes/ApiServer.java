package com.footstone.audit.kubernetes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.fabric8.kubernetes.api.model.APIGroupBuilder;
import io.fabric8.kubernetes.api.model.APIGroupListBuilder;
import io.fabric8.kubernetes.api.model.APIResourceListBuilder;
import io.fabric8.kubernetes.api.model.APIVersionsBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.SecretListBuilder;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.utils.Serialization;

/** As much of a cluster as Helm asks before it sends anything to one: here is a release with one StatefulSet. */
final class ApiServer implements AutoCloseable {

    private static final String APPS = "/apis/apps/v1";

    private final HttpServer server;
    private final StatefulSet set;

    private ApiServer(StatefulSet set) throws IOException {
        this.set = set;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    static ApiServer with(StatefulSet set) {
        try {
            return new ApiServer(set);
        } catch (IOException e) {
            throw new UncheckedIOException("No port can be opened", e);
        }
    }

    /** How clients find it, as a file of kubectl's kind. */
    String kubeConfig() {
        return """
                apiVersion: v1
                kind: Config
                clusters: [{name: here, cluster: {server: "http://127.0.0.1:%d"}}]
                users: [{name: nobody, user: {}}]
                contexts: [{name: here, context: {cluster: here, user: nobody}}]
                current-context: here
                """.formatted(server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        Object found = found(exchange.getRequestURI().getPath());
        byte[] body = Serialization.asJson(found == null ? absent() : found).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(found == null ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Object found(String path) {
        String place = APPS + "/namespaces/" + Chart.NAMESPACE + "/statefulsets/"
                + set.getMetadata().getName();
        if (path.equals(place)) {
            return set;
        }
        return switch (path) {
            case "/version" -> Map.of("major", "1", "minor", "31", "gitVersion", "v1.31.0");
            case "/api" -> new APIVersionsBuilder().withVersions("v1").build();
            case "/apis" ->
                new APIGroupListBuilder()
                        .withGroups(new APIGroupBuilder()
                                .withName("apps")
                                .addNewVersion("apps/v1", "v1")
                                .withNewPreferredVersion("apps/v1", "v1")
                                .build())
                        .build();
            case "/api/v1" ->
                new APIResourceListBuilder().withGroupVersion("v1").build();
            case APPS ->
                new APIResourceListBuilder()
                        .withGroupVersion("apps/v1")
                        .addNewResource()
                        .withName("statefulsets")
                        .withSingularName("statefulset")
                        .withKind("StatefulSet")
                        .withNamespaced(true)
                        .withVerbs("get", "list")
                        .endResource()
                        .build();
            case "/api/v1/namespaces/" + Chart.NAMESPACE + "/secrets" ->
                new SecretListBuilder().withItems(release()).build();
            default -> null;
        };
    }

    /** What Helm keeps of a release: JSON, compressed, as text, in a Secret. */
    private static Secret release() {
        String release = """
                {"name": "%s", "namespace": "%s", "version": 1, "info": {"status": "deployed"},
                 "chart": {"metadata": {"name": "sql-audit", "version": "0.0.1", "apiVersion": "v2"}}}
                """.formatted(Chart.RELEASE, Chart.NAMESPACE);
        String kept = Base64.getEncoder().encodeToString(compressed(release));
        return new SecretBuilder()
                .withType("helm.sh/release.v1")
                .withNewMetadata()
                .withName("sh.helm.release.v1." + Chart.RELEASE + ".v1")
                .withNamespace(Chart.NAMESPACE)
                .withLabels(Map.of("name", Chart.RELEASE, "owner", "helm", "status", "deployed", "version", "1"))
                .endMetadata()
                .withData(Map.of("release", Base64.getEncoder().encodeToString(kept.getBytes(StandardCharsets.UTF_8))))
                .build();
    }

    private static byte[] compressed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("A text cannot be compressed", e);
        }
        return bytes.toByteArray();
    }

    private static Object absent() {
        return new StatusBuilder()
                .withStatus("Failure")
                .withReason("NotFound")
                .withCode(404)
                .build();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
