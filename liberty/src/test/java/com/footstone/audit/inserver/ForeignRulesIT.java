package com.footstone.audit.inserver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

import com.footstone.audit.config.EffectiveConfiguration;
import com.footstone.audit.inserver.rule.CheckedStatement;
import com.footstone.audit.inserver.rule.StubbornRule;
import com.footstone.audit.inserver.stage.ProductArchive;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.Verdict;
import com.footstone.audit.rule.AuditRule;

import static org.assertj.core.api.Assertions.assertThat;

/** A rule in a jar, of which each call for one application takes far longer than the budget. */
@InServer
class ForeignRulesIT {

    @Inject
    private CheckedStatement statement;

    @Inject
    private EffectiveConfiguration configuration;

    @Deployment
    static EnterpriseArchive application() throws IOException {
        Path folder = Files.createTempDirectory("rule-jars");
        pack(folder.resolve("stubborn.jar"));
        return ProductArchive.named("foreign-rules")
                .withTests(ForeignRulesIT.class)
                .withBeans(CheckedStatement.class)
                .configured("audit.rules.jars=" + folder, "audit.rules.budget=500", "audit.rules.faults=2")
                .build();
    }

    /** Not an archive of the tests' own kind: the server must find it where an operator puts it. */
    private static void pack(Path jar) throws IOException {
        String file = StubbornRule.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                InputStream bytes = StubbornRule.class.getClassLoader().getResourceAsStream(file)) {
            out.putNextEntry(new ZipEntry(file));
            bytes.transferTo(out);
            out.putNextEntry(new ZipEntry("META-INF/services/" + AuditRule.class.getName()));
            out.write(StubbornRule.class.getName().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void itIsAskedUntilItIsSwitchedOffAndNobodyWaits() {
        assertThat(configuration.settings())
                .extracting(effective -> effective.setting().key())
                .contains("checker.stubbornRule.enabled");
        Verdict before = verdict("orders");
        long failures = failures();

        List<String> late = verdict("victim").unchecked();
        List<String> busy = verdict("orders").unchecked();
        long failed = failures() - failures;

        assertThat(before.complete()).isTrue();
        assertThat(before.findings()).extracting(Finding::rule).contains("StubbornRule");
        assertThat(late).containsExactly("the rule StubbornRule did not answer within 500 ms");
        assertThat(busy).containsExactly("the rule StubbornRule is still busy with an earlier batch");
        assertThat(failed).isEqualTo(2);
        Awaitility.await("the call to be given up")
                .atMost(Duration.ofSeconds(25))
                .untilAsserted(
                        () -> assertThat(verdict("orders").unchecked())
                                .containsExactly(
                                        "the rule StubbornRule is switched off because a call did not come back within 5000 ms"));
        assertThat(verdict("orders").findings())
                .extracting(Finding::rule)
                .contains("NoWhere")
                .doesNotContain("StubbornRule");
    }

    private long failures() {
        return statement.failures("StubbornRule").getCount();
    }

    private Verdict verdict(String application) {
        return statement.verdict("delete from t", event -> event.application(application));
    }
}
