package com.footstone.audit.dev.clickhouse;

import org.junit.jupiter.api.Test;

import com.footstone.audit.dev.process.ServiceException;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlatformTest {

    private static final String FLAGS = "flags : fpu sse4_2 avx avx2 bmi2";

    @Test
    void linuxOnX86WithAvx2IsSupported() {
        assertThatCode(() -> Platform.require("Linux", "amd64", FLAGS)).doesNotThrowAnyException();
    }

    @Test
    void elsewhereARealServerIsAskedFor() {
        assertThatThrownBy(() -> Platform.require("Mac OS X", "aarch64", ""))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("Mac OS X on aarch64")
                .hasMessageContaining("CLICKHOUSE_URL");
        assertThatThrownBy(() -> Platform.require("Linux", "amd64", "flags : fpu sse4_2 avx"))
                .hasMessageContaining("AVX2")
                .hasMessageContaining("CLICKHOUSE_URL");
    }
}
