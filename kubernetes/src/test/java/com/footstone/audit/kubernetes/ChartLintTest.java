package com.footstone.audit.kubernetes;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.marcnuri.helm.LintResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Helm's own check of the chart, in which a warning counts as an error. */
class ChartLintTest {

    @TempDir
    Path scratch;

    @Test
    void theChartHasNothingThatHelmWarnsOf() {
        assertClean(Installations.least());
    }

    @ParameterizedTest
    @MethodSource("com.footstone.audit.kubernetes.Chart#sizes")
    void norHasItWithTheValuesOfASize(Path size) {
        assertClean(Installations.least().with(size));
    }

    private void assertClean(Chart chart) {
        LintResult result = chart.lint(scratch);

        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
    }
}
