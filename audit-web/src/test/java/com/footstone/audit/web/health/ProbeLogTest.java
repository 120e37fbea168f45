package com.footstone.audit.web.health;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProbeLogTest {

    private final ProbeLog log = new ProbeLog();

    @Test
    void aFaultIsToldOnceAndThatItIsOverOnce() {
        assertThat(log.news("PostgreSQL", List.of())).isEmpty();
        assertThat(log.news("PostgreSQL", List.of("PostgreSQL refuses connections")))
                .hasValue("Health check PostgreSQL is DOWN: PostgreSQL refuses connections");
        assertThat(log.news("PostgreSQL", List.of("PostgreSQL refuses connections")))
                .isEmpty();
        assertThat(log.news("PostgreSQL", List.of())).hasValue("Health check PostgreSQL is UP again");
        assertThat(log.news("PostgreSQL", List.of())).isEmpty();
    }

    @Test
    void aFaultOfAnotherKindIsTold() {
        log.news("PostgreSQL", List.of("PostgreSQL refuses connections"));

        assertThat(log.news("PostgreSQL", List.of("PostgreSQL did not answer in time")))
                .isPresent();
        assertThat(log.news("ClickHouse", List.of("PostgreSQL did not answer in time")))
                .isPresent();
    }

    @Test
    void theSecondsThatItLastsAreNoNews() {
        log.news("ClickHouse", List.of("ClickHouse has not answered for 3 s"));

        assertThat(log.news("ClickHouse", List.of("ClickHouse has not answered for 12 s")))
                .isEmpty();
    }

    @Test
    void whatSeveralPartsWaitForIsToldOnce() {
        assertThat(log.news("intake", List.of("storing failed", "storing failed")))
                .hasValue("Health check intake is DOWN: storing failed");
    }
}
