package com.footstone.audit.analysis;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import com.footstone.audit.config.ConfigurationException;
import com.footstone.audit.config.MapConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AnalysisSettingsTest {

    @Test
    void hasDefaults() {
        assertThat(AnalysisSettings.from(MapConfig.of())).isEqualTo(AnalysisSettings.defaults());
    }

    @Test
    void readsEveryKey() {
        MapConfig config = MapConfig.of(
                "audit.analysis.parse.budget",
                "PT1S",
                "audit.analysis.parse.maxLength",
                "1001",
                "audit.analysis.parse.maxDepth",
                "1002",
                "audit.analysis.parse.threads",
                "3",
                "audit.analysis.redacted.maxLength",
                "1004",
                "audit.analysis.normalized.maxLength",
                "1005",
                "audit.analysis.error.maxLength",
                "1006",
                "audit.analysis.cache.statementBytes",
                "1007",
                "audit.analysis.cache.textBytes",
                "0");
        assertThat(AnalysisSettings.from(config))
                .isEqualTo(new AnalysisSettings(Duration.ofSeconds(1), 1001, 1002, 3, 1004, 1005, 1006, 1007, 0));
    }

    @Test
    void refusesWhatIsOutOfRange() {
        MapConfig config = MapConfig.of("audit.analysis.parse.threads", "0");
        assertThatThrownBy(() -> AnalysisSettings.from(config))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("audit.analysis.parse.threads");
    }
}
