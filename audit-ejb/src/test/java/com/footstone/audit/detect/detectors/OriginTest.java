package com.footstone.audit.detect.detectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OriginTest {

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3,                              10.1.2.0/24",
        "10.1.2.254:5432,                       10.1.2.0/24",
        "::ffff:192.168.7.9,                    192.168.7.0/24",
        "ip-10-0-5-7.eu-west-1.compute.internal, 10.0.5.0/24",
        "2001:db8:1:2:3:4:5:6,                  2001:db8:1:2::/64",
        "2001:DB8::1,                           2001:db8:0:0::/64",
        "[fe80::1%eth0]:5432,                   fe80:0:0:0::/64",
        "::1,                                   0:0:0:0::/64",
        "shop-7d9f8b6c5d-x2x4z,                 shop-*",
        "report-29384756-k8vqz,                 report-*",
        "collector-x9k2b,                       collector-*",
        "orders-0,                              orders-*",
        "orders-17.orders.north.svc,            orders-*.orders.north.svc",
        "1f0a2b3c4d5e,                          container",
        "db1,                                   db1",
        "LAPTOP-90127,                          laptop-90127",
        "desktop-ab12cd3,                       desktop-ab12cd3",
        "batch-night,                           batch-night",
        "alice-pc,                              alice-pc"
    })
    void namesWhatOutlivesARestart(String host, String name) {
        assertThat(Origin.of(host, 24).name()).isEqualTo(name);
    }

    @Test
    void aNetworkIsAsLargeAsIsAskedFor() {
        assertThat(Origin.of("10.1.2.3", 32).name()).isEqualTo("10.1.2.3/32");
        assertThat(Origin.of("10.1.2.3", 8).name()).isEqualTo("10.0.0.0/8");
        assertThat(Origin.of("10.1.255.3", 20).name()).isEqualTo("10.1.240.0/20");
    }
}
