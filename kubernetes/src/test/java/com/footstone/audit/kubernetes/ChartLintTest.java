package com.footstone.audit.kubernetes;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.marcnuri.helm.LintResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Helm's own check of the chart, in which a warning counts as an error. */
class ChartLintTest {

    @TempDir
    Path scratch;

    @Test
    void theChartHasNothingThatHelmWarnsOf() {
        LintResult result = Chart.plain().lint(scratch);

        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
    }
}
