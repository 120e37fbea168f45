package com.footstone.audit.container;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Asks addresses until each gives the expected status: {@code HttpCheck 200 http://… 401 http://…}, or asks one again and
 * again for some seconds, in which no answer may be another: {@code HttpCheck --for 60 200 http://…}. The exit code is 0
 * when the answers were as expected, 1 when they were not, and 2 when it was asked wrongly.
 */
final class HttpCheck {

    /** How long an address may take to give the expected status. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration SHORT_PAUSE = Duration.ofMillis(20);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_LIMIT).build();

    private HttpCheck() {}

    public static void main(String[] arguments) throws InterruptedException {
        HttpCheck check = new HttpCheck();
        if (arguments.length == 4 && arguments[0].equals("--for")) {
            Duration time = Duration.ofSeconds(Long.parseLong(arguments[1]));
            System.exit(check.goesOnAnswering(time, arguments[2], URI.create(arguments[3])) ? 0 : 1);
        }
        if (arguments.length == 0 || arguments.length % 2 != 0) {
            System.err.println("Name pairs of a status and an address, such as 200 http://host:8091/health/ready");
            System.exit(2);
        }
        for (int i = 0; i < arguments.length; i += 2) {
            if (!check.comesToAnswer(arguments[i], URI.create(arguments[i + 1]))) {
                System.exit(1);
            }
        }
    }

    private boolean comesToAnswer(String expected, URI address) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String answer = ask(address);
        while (!answer.equals(expected) && System.nanoTime() < deadline) {
            Thread.sleep(PAUSE.toMillis());
            answer = ask(address);
        }
        System.out.println(address + ": " + answer + ", expected " + expected);
        return answer.equals(expected);
    }

    private boolean goesOnAnswering(Duration time, String expected, URI address) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        int asked = 0;
        int failed = 0;
        while (System.nanoTime() < end) {
            asked++;
            String answer = ask(address);
            if (!answer.equals(expected)) {
                failed++;
                System.out.println(address + ": " + answer + ", expected " + expected);
            }
            Thread.sleep(SHORT_PAUSE.toMillis());
        }
        System.out.println(address + " was asked " + asked + " times; " + failed + " answers were not as expected");
        return failed == 0;
    }

    private String ask(URI address) throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(ANSWER_LIMIT).build();
            return String.valueOf(
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            return e.toString();
        }
    }
}
