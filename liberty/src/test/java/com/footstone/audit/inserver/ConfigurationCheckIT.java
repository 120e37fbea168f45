package com.footstone.audit.inserver;

import java.io.IOException;

import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

import com.footstone.audit.inserver.stage.ProductArchive;
import com.footstone.audit.inserver.stage.ServerLog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Looks from outside at deployments that must not come to be. */
@InServer
@RunAsClient
class ConfigurationCheckIT {

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "refused", managed = false, testable = false)
    static EnterpriseArchive refused() {
        return ProductArchive.named("refused")
                .configured("checker.slowQuery.threshold=-1", "audit.retention.events=forever")
                .build();
    }

    @Deployment(name = "misspelled", managed = false, testable = false)
    static EnterpriseArchive misspelled() {
        return ProductArchive.named("misspelled")
                .configured("checker.slowQuery.treshold=100")
                .build();
    }

    @Test
    void badValuesStopTheStartAndEachIsNamed() throws IOException {
        ServerLog log = ServerLog.fromHere();

        assertThatExceptionOfType(DeploymentException.class)
                .isThrownBy(() -> deployer.deploy("refused"))
                .withStackTraceContaining("ConfigurationCheck");
        assertThat(log.linesWith("The application does not start"))
                .singleElement()
                .asString()
                .contains("checker.slowQuery.threshold is '-1'", "CHECKER_SLOWQUERY_THRESHOLD")
                .contains("audit.retention.events is 'forever'", "AUDIT_RETENTION_EVENTS");
    }

    @Test
    void aKeyThatNobodyReadsIsReportedWithTheOneThatIsMeant() throws IOException {
        ServerLog log = ServerLog.fromHere();

        deployer.deploy("misspelled");

        assertThat(log.linesWith("Nobody reads"))
                .singleElement()
                .asString()
                .contains("checker.slowQuery.treshold", "is checker.slowQuery.threshold meant");
        deployer.undeploy("misspelled");
    }
}
