package com.footstone.audit.kubernetes;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What cannot work is refused before anything reaches the cluster, by a message that names the value. */
class ChartRefusalTest {

    @ParameterizedTest
    @ValueSource(strings = {"postgresPassword", "clickhousePassword", "keystorePassword", "evidenceKey"})
    void aSecretThatIsMissing(String secret) {
        assertRefused(Installations.least().with("", "secrets", secret), "secrets." + secret + " is not set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHANGE_ME", "changeit", "password123", "Secret123456", "CHANGE_ME_JWT_SECRET_KEY"})
    void aSecretThatEverybodyKnows(String known) {
        assertRefused(
                Installations.least().with(known, "secrets", "postgresPassword"),
                "secrets.postgresPassword is a default that everybody knows");
    }

    @Test
    void aSecretThatIsShort() {
        assertRefused(
                Installations.least().with("short", "secrets", "keystorePassword"),
                "secrets.keystorePassword is shorter than 8 characters");
    }

    @Test
    void anEvidenceKeyThatIsNone() {
        assertRefused(
                Installations.least().with("not a private key", "secrets", "evidenceKey"),
                "secrets.evidenceKey is not");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka.bootstrap.servers",
                "postgres.url",
                "postgres.user",
                "clickhouse.url",
                "clickhouse.user",
                "mp.jwt.verify.issuer"
            })
    void aSettingThatIsMissing(String key) {
        assertRefused(Installations.least().with("", "settings", key), "settings: " + key + " is not set");
    }

    @Test
    void anApiThatWouldTrustNoToken() {
        assertRefused(
                Installations.least().with("", "settings", "mp.jwt.verify.publickey.location"),
                "neither mp.jwt.verify.publickey nor mp.jwt.verify.publickey.location");
    }

    @Test
    void anAuthorityThatNoSecretHas() {
        assertRefused(Installations.least().with("ca.pem", "secrets", "authority"), "secrets.certificates is not");
    }

    @Test
    void aPodThatWouldBeKilledWhileItEnds() {
        assertRefused(
                Installations.least().with(30, "shutdown", "drain").with(45, "shutdown", "grace"),
                "shutdown.grace is 45, so that a pod would be killed while it ends");
    }

    @Test
    void twoFoldersOfRules() {
        assertRefused(
                Installations.least()
                        .with("own-rules", "rules", "declared")
                        .with("/elsewhere", "settings", "audit.rules.declared"),
                "rules.declared");
    }

    @Test
    void twoFoldersOfSchemas() {
        assertRefused(
                Installations.least()
                        .with("own-ddl", "schemas", "existing")
                        .with("/elsewhere", "settings", "audit.analysis.schemas"),
                "schemas.existing");
    }

    @Test
    void aSettingOfARuleThatCannotBeOne() {
        assertRefused(Installations.least().with("x", "rules", "settings", "postgres.url"), "postgres.url");
        assertRefused(
                Installations.least().with(9, "rules", "settings", "checker.errorRate.critical"),
                "checker.errorRate.critical is of no rule of yours");
    }

    @Test
    void anInstallationOfNothing() {
        assertRefused(
                Installations.least().with(false, "intake", "enabled").with(false, "api", "enabled"),
                "intake.enabled and api.enabled are both false");
    }

    @Test
    void anIngressWithoutTls() {
        assertRefused(
                Installations.least().with(Map.of("enabled", true, "host", "audit.example.com"), "ingress"),
                "ingress.tlsSecret is not set");
    }

    @Test
    void aTagThatNamesNoVersion() {
        assertRefused(Installations.least().with("latest", "image", "tag"), "image.tag is latest");
    }

    @ParameterizedTest
    @CsvSource({
        "intake.replicas, 0, replicas",
        "intake.replicas, many, replicas",
        "intake.replicaCount, 3, replicaCount",
        "settings.checker.slowQery.threshold, 7000, checker.slowQery.threshold",
        "settings.postgres.password, text, postgres.password",
        "image.pullPolicy, Sometimes, pullPolicy",
        "intake.resources.limits.memory, 2 GB, memory",
        "probes.liveness.periodSeconds, 0, periodSeconds",
        "shutdown.grace, 5, grace",
        "monitoring.rules.enabled, perhaps, enabled"
    })
    void aValueThatIsNotInTheSchema(String path, String value, String named) {
        String[] names = path.startsWith("settings.") ? path.split("\\.", 2) : path.split("\\.", -1);
        Object typed = value.matches("\\d+") ? Integer.valueOf(value) : value;

        assertRefused(Installations.least().with(typed, names), named);
    }

    private static void assertRefused(Chart chart, String message) {
        assertThatThrownBy(chart::render)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message);
    }
}
