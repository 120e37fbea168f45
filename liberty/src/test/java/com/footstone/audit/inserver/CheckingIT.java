package com.footstone.audit.inserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.eclipse.microprofile.metrics.Counter;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

import com.footstone.audit.checking.Rule;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.config.EffectiveConfiguration;
import com.footstone.audit.inserver.rule.BrokenRule;
import com.footstone.audit.inserver.rule.CheckedStatement;
import com.footstone.audit.inserver.rule.ForbiddenTable;
import com.footstone.audit.inserver.stage.ProductArchive;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.SqlEventBuilder;
import com.footstone.audit.model.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

@InServer
class CheckingIT {

    @Inject
    private CheckedStatement statement;

    @Inject
    @Any
    private Instance<Rule> rules;

    @Inject
    private EffectiveConfiguration configuration;

    @Deployment
    static EnterpriseArchive application() throws IOException {
        Path rules = Files.createTempDirectory("rules");
        Files.writeString(rules.resolve("own.yaml"), """
                rules:
                  - id: BonusTouched
                    title: Bonus touched
                    severity: MEDIUM
                    message: Somebody touched a bonus.
                    page: Ask who.
                    when:
                      tables: bonus
                  - id: BonusRead
                    title: Bonus read
                    severity: LOW
                    message: Somebody read a bonus.
                    page: Ask who.
                    when:
                      tablesRead: bonus
                """);
        Path schemas = Files.createTempDirectory("schemas");
        Files.writeString(
                schemas.resolve("hospital.postgresql.sql"),
                "CREATE TABLE patient (id int, ssn text); CREATE VIEW ward AS SELECT ssn AS label FROM patient;");
        return ProductArchive.named("checking")
                .withTests(CheckingIT.class)
                .withBeans(CheckedStatement.class, ForbiddenTable.class, BrokenRule.class)
                .configured(
                        "checker.forbiddenTable.name=pay",
                        "checker.slowQuery.threshold=50",
                        "audit.rules.declared=" + rules,
                        "audit.analysis.schemas=" + schemas,
                        "checker.bonusRead.enabled=false")
                .build();
    }

    @Test
    void rulesAreFoundByBeingBeans() {
        statement.begin();

        Map<Boolean, Set<String>> ids = StreamSupport.stream(rules.spliterator(), false)
                .map(Rule::info)
                .collect(Collectors.partitioningBy(
                        info -> info.enabled().defaultValue(), Collectors.mapping(RuleInfo::id, Collectors.toSet())));
        assertThat(ids.get(true))
                .contains("SlowQuery", "NoWhere", "NPlusOne", "ForbiddenTable", "BrokenRule")
                .allSatisfy(id -> {
                    assertThat(statement.timer(id)).as("timer of %s", id).isNotNull();
                    assertThat(statement.failures(id)).as("failures of %s", id).isNotNull();
                });
        assertThat(ids.get(false)).contains("SqlComment").allSatisfy(id -> assertThat(statement.timer(id))
                .as("timer of %s", id)
                .isNull());
    }

    @Test
    void theConfigurationOfTheServerDecides() {
        assertThat(rulesAgainst("select a from salaries where b = 1", event -> event))
                .isEmpty();
        assertThat(rulesAgainst("select a from pay where b = 1 limit 1", event -> event))
                .containsExactly("ForbiddenTable");
        assertThat(rulesAgainst("select a from t where b = 1 limit 1", event -> event.executionTimeMs(51)))
                .containsExactly("SlowQuery");
    }

    @Test
    void rulesThatTheOperatorDeclaredAreAskedLikeAllOthers() {
        assertThat(rulesAgainst("select a from bonus where b = 1 limit 1", event -> event))
                .containsExactly("BonusTouched");
        assertThat(statement.timer("BonusTouched")).isNotNull();
        assertThat(statement.timer("BonusRead"))
                .as("a rule that is switched off")
                .isNull();
        assertThat(configuration.settings())
                .extracting(effective -> effective.setting().key())
                .contains("checker.bonusTouched.enabled", "checker.bonusRead.enabled");
        assertThat(configuration.unknown()).isEmpty();
    }

    @Test
    void aSensitiveColumnIsFoundBehindAViewOfADeclaredSchema() {
        UnaryOperator<SqlEventBuilder> atHospital =
                event -> event.dbSystem("postgresql").dbName("hospital");
        Verdict verdict = statement.verdict("select label from ward where label = 'x'", atHospital);

        assertThat(verdict.findings())
                .filteredOn(finding -> finding.rule().equals("SensitiveColumn"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.evidence().get("read")).contains("patient.ssn"));
        assertThat(rulesAgainst("select label from ward where label = 'x'", event -> event.dbSystem("postgresql")))
                .doesNotContain("SensitiveColumn");
    }

    @Test
    void jarsAreLookedForInAFolderOfTheServerUnlessAnotherIsNamed() {
        assertThat(configuration.settings())
                .filteredOn(effective -> effective.setting().key().equals("audit.rules.jars"))
                .extracting(effective -> effective.value().orElse("none"))
                .singleElement()
                .asString()
                .matches("/.*/servers/[^/]+/+rules");
    }

    @Test
    void whatIsFoundIsCountedAndTimed() {
        Counter found = statement.findings("NoWhere", noWhere().severity().name());
        long before = found.getCount();
        long runs = statement.timer("NoWhere").getCount();

        noWhere();

        assertThat(found.getCount()).isEqualTo(before + 1);
        assertThat(statement.timer("NoWhere").getCount()).isEqualTo(runs + 1);
    }

    @Test
    void aRuleThatFailsMakesTheVerdictIncompleteAndHarmsNoOther() {
        statement.begin();
        long before = statement.failures("BrokenRule").getCount();

        Verdict verdict = statement.verdict(
                "select a from pay where b = 1 limit 1", event -> event.application(BrokenRule.VICTIM));

        assertThat(verdict.complete()).isFalse();
        assertThat(verdict.unchecked()).singleElement().asString().contains("BrokenRule");
        assertThat(verdict.findings()).extracting(Finding::rule).containsExactly("ForbiddenTable");
        assertThat(statement.failures("BrokenRule").getCount()).isEqualTo(before + 1);
    }

    private Verdict noWhere() {
        Verdict verdict = statement.verdict("delete from t", event -> event);
        assertThat(verdict.findings()).extracting(Finding::rule).contains("NoWhere");
        return verdict;
    }

    private List<String> rulesAgainst(String sql, UnaryOperator<SqlEventBuilder> reported) {
        return statement.verdict(sql, reported).findings().stream()
                .map(Finding::rule)
                .toList();
    }
}
