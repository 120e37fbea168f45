package com.footstone.audit.system;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Logs in to the Admin Center as a browser does. */
final class AdminCenter {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser;
    private final String url;

    AdminCenter(String url) throws GeneralSecurityException {
        this.url = url;
        SSLContext trusting = SSLContext.getInstance("TLS");
        trusting.init(null, new TrustManager[] {new TrustEverybody()}, null);
        browser = HttpClient.newBuilder()
                .sslContext(trusting)
                .cookieHandler(cookies)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** Whether whoever gives the password is let in. */
    boolean letsIn(String user, String password) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(URI.create(url)));
        send(HttpRequest.newBuilder(URI.create(url + "login.jsp")));
        HttpRequest.Builder login = HttpRequest.newBuilder(URI.create(url + "j_security_check"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "j_username=" + encoded(user) + "&j_password=" + encoded(password)));
        // The page's script sends the cookie back as a header.
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("csrfToken"))
                .map(HttpCookie::getValue)
                .forEach(token -> login.header("X-CSRF-Token", token));
        send(login);
        return send(HttpRequest.newBuilder(URI.create(url))).statusCode() == 200;
    }

    /** What the pages are told when they ask the server, whose paths are not below the pages'. */
    HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url).resolve(path)));
    }

    /** Has the server write a file, as the pages would. */
    HttpResponse<String> write(String file, String text) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url).resolve("/IBMJMXConnectorREST/file/" + encoded(file)))
                .POST(HttpRequest.BodyPublishers.ofString(text)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The server's certificate is its own work, made at its start for a name that is not asked for here. */
    private static final class TrustEverybody extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
