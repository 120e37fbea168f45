package com.footstone.audit.capture.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.footstone.audit.capture.AuditedShop;
import com.footstone.audit.capture.context.TraceSource;
import com.footstone.audit.capture.delivery.CapturedExecution;
import com.footstone.audit.capture.delivery.FailureLog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whatever breaks inside capture, the application does not notice. */
class BrokenCaptureIT {

    @RegisterExtension
    static final AuditedShop SHOP = new AuditedShop();

    private final FailureLog failures = new FailureLog();

    @Test
    void aBrokenSinkIsCountedAndNotNoticed() throws SQLException {
        work(
                execution -> {
                    throw new IllegalStateException("broken on purpose");
                },
                TraceSource.NONE);

        assertThat(failures.count()).isEqualTo(6);
    }

    @Test
    void evenAnErrorIsNotNoticed() throws SQLException {
        work(execution -> {}, () -> {
            throw new StackOverflowError();
        });

        assertThat(failures.count()).isEqualTo(6);
    }

    /** Six executions by different ways, and what the application expects of them. */
    private void work(Consumer<CapturedExecution> sink, TraceSource traces) throws SQLException {
        ExecutionRecorder recorder =
                new ExecutionRecorder(sink, failures, Clock.systemUTC(), traces, new OpenWork(), true);
        try (Connection connection = new AuditedProxyFactory(recorder)
                        .audited(SHOP.dataSource().getConnection());
                Statement plain = connection.createStatement();
                PreparedStatement prepared = connection.prepareStatement("select ?::int")) {
            plain.execute("create temporary table broken (id int)");
            assertThat(plain.executeUpdate("insert into broken values (1), (2)"))
                    .isEqualTo(2);
            plain.addBatch("delete from broken where id = 1");
            assertThat(plain.executeBatch()).containsExactly(1);
            prepared.setInt(1, 7);
            try (ResultSet rows = prepared.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(7);
                assertThat(rows.next()).isFalse();
            }
            assertThatThrownBy(() -> plain.executeQuery("selct 1")).isInstanceOf(SQLException.class);
            assertThat(plain.execute("select id from broken")).isTrue();
        }
    }
}
