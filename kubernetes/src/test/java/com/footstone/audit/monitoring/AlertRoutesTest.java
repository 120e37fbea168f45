package com.footstone.audit.monitoring;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who hears of an alert, by Alertmanager's own tool. */
class AlertRoutesTest {

    @TempDir
    private Path folder;

    @Test
    void alertmanagerAcceptsTheRoutes() throws Exception {
        Tool.Result checked = Tool.AMTOOL.run(folder, "check-config", MonitoringFiles.ROUTES.toString());

        assertThat(checked.exitCode()).as(checked.output()).isZero();
    }

    @ParameterizedTest(name = "{0} goes to {1}")
    @CsvSource({"P1,pagerduty", "P2,slack", "P3,email", "unheard-of,email"})
    void aSeverityHasItsReceiver(String severity, String receiver) throws Exception {
        Tool.Result routed = Tool.AMTOOL.run(
                folder,
                "config",
                "routes",
                "test",
                "--config.file=" + MonitoringFiles.ROUTES,
                "--verify.receivers=" + receiver,
                "alertname=Any",
                "severity=" + severity);

        assertThat(routed.exitCode()).as(routed.output()).isZero();
    }
}
