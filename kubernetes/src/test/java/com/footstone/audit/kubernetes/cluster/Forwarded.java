package com.footstone.audit.kubernetes.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.LocalPortForward;

/** Asks a pod from outside of the cluster, through the API server. */
final class Forwarded {

    private Forwarded() {}

    /** The whole answer, with its head. */
    static String get(Installation installation, Pod pod, int port, String path) throws IOException {
        return get(installation, pod, port, "localhost:" + port, path);
    }

    /** The status of the answer when a host of some name is asked for. */
    static int status(Installation installation, Pod pod, int port, String host, String path) throws IOException {
        return Integer.parseInt(get(installation, pod, port, host, path).split(" ", 3)[1]);
    }

    /** By hand, since Java's own clients do not let a caller choose the name of the host. */
    private static String get(Installation installation, Pod pod, int port, String host, String path)
            throws IOException {
        try (LocalPortForward forward = installation
                        .client()
                        .pods()
                        .inNamespace(pod.getMetadata().getNamespace())
                        .withName(pod.getMetadata().getName())
                        .portForward(port);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), forward.getLocalPort());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
