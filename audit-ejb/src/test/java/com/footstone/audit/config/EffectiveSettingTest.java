package com.footstone.audit.config;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EffectiveSettingTest {

    private static final Setting<Integer> SIZE =
            Setting.of("audit.size", ValueType.integer(1, 100, ""), "10", "How many.");
    private static final Setting<String> URL = Setting.required("store.url", ValueType.text(), "Where.");
    private static final Setting<String> PASSWORD = Setting.secret("store.password", "The password.");

    @Test
    void aValueIsShownWithItsSource() {
        EffectiveSetting shown = EffectiveSetting.of(SIZE, MapConfig.of(SIZE.key(), " 20 "));

        assertThat(shown.value()).contains("20");
        assertThat(shown.source()).contains("map");
    }

    @Test
    void aDefaultHasNoSource() {
        assertThat(EffectiveSetting.of(SIZE, MapConfig.of()).value()).contains("10");
        assertThat(EffectiveSetting.of(SIZE, MapConfig.of()).source()).isEmpty();
        assertThat(EffectiveSetting.of(URL, MapConfig.of()).value()).isEmpty();
        assertThat(EffectiveSetting.of(PASSWORD, MapConfig.of()).value()).isEmpty();
    }

    @Test
    void aSecretIsNeverShown() {
        EffectiveSetting shown = EffectiveSetting.of(PASSWORD, MapConfig.of(PASSWORD.key(), "tulip"));

        assertThat(shown.value()).contains("********");
        assertThat(shown.toString()).doesNotContain("tulip");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/audit?user=a&password=tulip&ssl=true,"
                + "jdbc:postgresql://db/audit?user=a&password=********&ssl=true",
        "jdbc:clickhouse://a:tulip@db:8123/audit,jdbc:clickhouse://a:********@db:8123/audit",
        "jdbc:postgresql://db:5432/audit,jdbc:postgresql://db:5432/audit",
    })
    void whatIsSecretInAnAddressIsNotShown(String address, String shown) {
        assertThat(EffectiveSetting.of(URL, MapConfig.of(URL.key(), address)).value())
                .contains(shown);
    }
}
