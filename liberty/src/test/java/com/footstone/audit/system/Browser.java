package com.footstone.audit.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A Chromium without a window, driven by its own DevTools protocol. It trusts any certificate: the server makes one for
 * itself.
 */
final class Browser implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Program chromium;
    private final WebSocket page;
    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();

    private Browser(Program chromium, String address) {
        this.chromium = chromium;
        page = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), new Answers())
                .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** Whether this machine has one. */
    static boolean installed() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "chromium")));
    }

    static Browser open() throws IOException {
        Path folder = TestFolders.fresh("browser");
        Program chromium = Program.start(
                folder,
                Map.of("HOME", folder.toString()),
                List.of(
                        "chromium",
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--no-first-run",
                        "--ignore-certificate-errors",
                        "--window-size=1600,1200",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + folder,
                        "about:blank"));
        try {
            Path port = folder.resolve("DevToolsActivePort");
            chromium.awaitFile(port, LIMIT);
            return new Browser(chromium, address(Files.readAllLines(port).get(0)));
        } catch (RuntimeException e) {
            chromium.close();
            throw e;
        }
    }

    private static String address(String port) {
        JsonNode targets = Answer.get("http://127.0.0.1:" + port + "/json/list").json();
        return StreamSupport.stream(targets.spliterator(), false)
                .filter(target -> target.path("type").asText().equals("page"))
                .map(target -> target.path("webSocketDebuggerUrl").asText())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The browser has no page"));
    }

    /** Goes to an address, and does not wait for all of it. */
    void go(String url) {
        ObjectNode parameters = JSON.createObjectNode().put("url", url);
        JsonNode answer = call("Page.navigate", parameters);
        if (answer.has("errorText")) {
            throw new IllegalStateException(
                    url + " cannot be shown: " + answer.path("errorText").asText());
        }
    }

    /** The value of an expression in the page, as text. */
    String evaluate(String script) {
        ObjectNode parameters =
                JSON.createObjectNode().put("expression", script).put("returnByValue", true);
        return call("Runtime.evaluate", parameters).at("/result/value").asText();
    }

    /** What somebody can read on the page. */
    String text() {
        return evaluate("document.body ? document.body.innerText : ''");
    }

    private JsonNode call(String method, ObjectNode parameters) {
        int id = lastId.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", parameters);
        page.sendText(message.toString(), true).join();
        return answer.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        page.abort();
        chromium.close();
    }

    /** Messages come in pieces. */
    private final class Answers implements WebSocket.Listener {

        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence piece, boolean last) {
            message.append(piece);
            if (last) {
                take(message.toString());
                message.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private void take(String text) {
            try {
                JsonNode answer = JSON.readTree(text);
                CompletableFuture<JsonNode> waiting =
                        asked.remove(answer.path("id").asInt());
                if (waiting != null) {
                    waiting.complete(answer.path("result"));
                }
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("The browser answers with what is not JSON", e);
            }
        }
    }
}
