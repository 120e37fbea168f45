package com.footstone.audit.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** What {@code liberty/certificates} makes in a folder. */
record Certificates(Path folder) {

    static final String PASSWORD = "trial-password";

    static Certificates made(String name) throws IOException, InterruptedException {
        Path folder = TestFolders.freshHandedOver(name);
        try (Program script = Program.start(
                folder,
                Map.of(),
                List.of(
                        TestFolders.repository().resolve("liberty/certificates").toString(),
                        folder.toString(),
                        PASSWORD))) {
            if (script.exitCode(Duration.ofMinutes(1)) != 0) {
                throw new IllegalStateException("The script made no certificates:\n" + script.output());
            }
        }
        Certificates made = new Certificates(folder);
        made.showToGroup();
        return made;
    }

    /** As a cluster does for the group of the image's user. */
    private void showToGroup() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
            }
        }
    }

    Path authority() {
        return folder.resolve("ca.pem");
    }

    Path keyStore() {
        return folder.resolve("server.p12");
    }

    /** The service's own certificate. */
    Path clientCertificate() {
        return folder.resolve("client-cert.pem");
    }

    /** The key of that. */
    Path clientKey() {
        return folder.resolve("client-key.pem");
    }

    /** Both in one file. */
    Path clientKeyAndCertificate() {
        return folder.resolve("client.pem");
    }

    /** For whoever shows the certificate, and believes those who show one of the same authority. */
    SSLContext server() throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(keyStore().toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust().getTrustManagers(), null);
        return context;
    }

    /** For whoever trusts the authority and nobody else. */
    SSLContext client() throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust().getTrustManagers(), null);
        return context;
    }

    private TrustManagerFactory trust() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(authority())) {
            trusted.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        return trust;
    }
}
