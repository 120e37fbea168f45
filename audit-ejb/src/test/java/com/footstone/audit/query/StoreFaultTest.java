package com.footstone.audit.query;

import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class StoreFaultTest {

    static Stream<Arguments> passing() {
        return Stream.of(
                arguments(new SQLException("m", "08001", new ConnectException("m")), "refuses connections"),
                arguments(new SQLException("m", new SocketTimeoutException("m")), "did not answer in time"),
                arguments(new SQLException("m", "08006"), "cannot be reached"),
                arguments(new SQLException("m", "57014"), "did not answer in time"),
                arguments(new SQLException("m", "28P01"), "does not accept the user or the password"),
                arguments(new SQLException("m", "42P01"), "is not set up yet: a table is missing"),
                arguments(new SQLException("m", "57P03"), "is starting or stopping"),
                arguments(new SQLException("Code: 159. DB::Exception: m", "22000"), "did not answer in time"),
                arguments(
                        new SQLException("m", "22000", new IllegalStateException("Code: 241. DB::Exception")),
                        "has no memory left for the question"),
                arguments(new SQLException("m", "53100"), "has no resources left"),
                arguments(new SQLException("Code: 243. DB::Exception: m", "22000"), "has no room left on its disk"),
                arguments(
                        new SQLException("m", "08006", new FileNotFoundException("m")),
                        "was given a file of certificates that is not there"),
                arguments(new SQLException("m", "08006", new SSLException("m")), "does not agree on TLS"),
                arguments(
                        new SQLException("m", "08006", new SSLException("Received fatal alert: bad_certificate")),
                        "asks for a certificate of ours, or does not trust the one that it is shown"),
                arguments(
                        new SQLException("m", "08006", new CertificateException("m")),
                        "shows a certificate that is not its own, or the file of those who vouch for it cannot be read"),
                arguments(
                        new SQLException(
                                "m", "08006", new SSLException("m", new CertificateException("m", untrusted()))),
                        "shows a certificate that is not trusted"),
                arguments(new SQLTransientConnectionException("m"), "has no connection to spare"));
    }

    private static Exception untrusted() {
        return new CertPathBuilderException("m");
    }

    @ParameterizedTest
    @MethodSource("passing")
    void knowsWhatMayPass(SQLException exception, String reason) {
        assertThat(StoreFault.of(exception)).isEqualTo(new StoreFault(reason, true));
    }

    @Test
    void tellsAFaultOfOursByItsNumbersOnly() {
        StoreFault fault = StoreFault.of(new SQLException("Code: 62. DB::Exception: SELECT 'secret'", "22000"));

        assertThat(fault.passing()).isFalse();
        assertThat(fault.reason()).contains("SQLSTATE 22000", "code 62").doesNotContain("secret");
        assertThat(fault.asException(Store.CLICKHOUSE))
                .isInstanceOf(QueryFailedException.class)
                .hasMessageStartingWith("ClickHouse failed with")
                .hasNoCause();
    }

    @Test
    void namesTheStoreThatIsAway() {
        RuntimeException exception =
                StoreFault.of(new SQLException("m", "08001")).asException(Store.POSTGRESQL);

        assertThat(exception).isInstanceOf(StoreUnavailableException.class).hasMessage("PostgreSQL cannot be reached");
    }
}
