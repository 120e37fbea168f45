package com.footstone.audit.query;

import java.sql.SQLException;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.footstone.audit.config.ConfigurationException;

import static org.assertj.core.api.Assertions.assertThat;

class RepeatedLookTest {

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private final Told told = new Told();

    @AfterEach
    void end() {
        executor.shutdownNow();
    }

    @Test
    void aLookThatFailsIsFollowedByTheNext() {
        AtomicInteger looks = new AtomicInteger();
        RepeatedLook look = new RepeatedLook(
                new FaultNotice(told, "Nobody can look"),
                () -> {
                    if (looks.incrementAndGet() < 4) {
                        throw new IllegalStateException("hunter2");
                    }
                },
                Duration.ofMillis(1));

        look.lookOnce();
        look.begin(executor);

        Awaitility.await().until(() -> looks.get() > 5);
        look.end();
        assertThat(told.messages)
                .containsExactly(
                        "Nobody can look, which is tried again: it failed with java.lang.IllegalStateException");
    }

    @Test
    void aFaultIsToldByWhoseItIs() {
        FaultNotice notice = new FaultNotice(told, "X");
        notice.failed(new SQLException("hunter2", "57P03"));
        notice.failed(new SQLException("hunter2", "57P03"));
        notice.over();
        notice.failed(new ConfigurationException("audit.enabled", "is 'perhaps'"));

        assertThat(told.messages)
                .containsExactly(
                        "X, which is tried again: a store is starting or stopping",
                        "X, which is tried again: audit.enabled is 'perhaps'");
    }

    /** A log that is kept in memory. */
    private static final class Told implements System.Logger {

        private final List<String> messages = new ArrayList<>();

        @Override
        public String getName() {
            return "told";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
            messages.add(message);
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
            messages.add(MessageFormat.format(format, parameters));
        }
    }
}
