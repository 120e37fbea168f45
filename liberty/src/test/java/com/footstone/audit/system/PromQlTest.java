package com.footstone.audit.system;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PromQlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "absent(a_b)|a_b",
                "sum by (x, le) (rate(a:b{c=\"d{e}\"}[5m])) > 0.5|a:b",
                "a and on() count(b) unless on() max(c{x=~\"y\"} or vector(0)) == 1e3|a,b,c",
            })
    void aQuerysMetricsAreFound(String query, String metrics) {
        assertThat(PromQl.metrics(query)).containsExactlyInAnyOrder(metrics.split(","));
    }
}
