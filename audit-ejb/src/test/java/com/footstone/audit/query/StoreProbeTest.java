package com.footstone.audit.query;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Logger;
import javax.sql.DataSource;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StoreProbeTest {

    private final SettableClock clock = new SettableClock();

    private StoreProbe probe(ConnectionSource source) {
        return new StoreProbe(Store.CLICKHOUSE, new StoreReader(Store.CLICKHOUSE, source, StoreProbe.PATIENCE), clock);
    }

    @Test
    void knowsNothingBeforeItHasAsked() {
        StoreProbe probe = probe(() -> {
            throw new SQLException("unused");
        });

        assertThat(probe.fault()).contains("ClickHouse has not been asked yet");
    }

    @Test
    void remembersWhyTheStoreIsAway() {
        StoreProbe probe = probe(() -> {
            throw new SQLException("password=secret", "08001");
        });

        probe.run();

        assertThat(probe.fault()).contains("ClickHouse cannot be reached");
    }

    @Test
    void survivesWhatADriverShouldNotThrow() {
        StoreProbe probe = probe(() -> {
            throw new IllegalStateException("password=secret");
        });

        probe.run();

        assertThat(probe.fault()).contains("ClickHouse cannot be asked: IllegalStateException");
    }

    @Test
    void tellsThatItHasBeenLeftAlone() {
        StoreProbe probe = probe(() -> {
            throw new SQLException("m", "08001");
        });
        probe.run();

        clock.advance(Duration.ofSeconds(31));

        assertThat(probe.fault()).contains("ClickHouse has not been asked for 31 s");
    }

    @Test
    void tellsThatTheStoreHangsWhileItStillWaits() throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        StoreProbe probe = probe(() -> {
            asked.countDown();
            await(answer);
            throw new SQLException("m", "08001");
        });
        Thread asking = new Thread(probe);
        asking.start();
        asked.await();

        clock.advance(Duration.ofSeconds(5));

        assertThat(probe.fault()).contains("ClickHouse has not answered for 5 s");
        answer.countDown();
        Awaitility.await().until(() -> probe.fault().equals(Optional.of("ClickHouse cannot be reached")));
        asking.join();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A data source that does nothing but hand out connections, or fail to. */
    private interface ConnectionSource extends DataSource {

        @Override
        Connection getConnection() throws SQLException;

        @Override
        default Connection getConnection(String user, String password) throws SQLException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        default PrintWriter getLogWriter() {
            return null;
        }

        @Override
        default void setLogWriter(PrintWriter out) {}

        @Override
        default void setLoginTimeout(int seconds) {}

        @Override
        default int getLoginTimeout() {
            return 0;
        }

        @Override
        default Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        default <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        default boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }

    /** Stands still until it is told to advance. */
    private static final class SettableClock extends Clock {

        private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
