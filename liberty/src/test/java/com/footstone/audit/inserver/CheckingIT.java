package com.footstone.audit.inserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;
import org.eclipse.microprofile.metrics.annotation.RegistryScope;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

import com.footstone.audit.analysis.Analyser;
import com.footstone.audit.checking.BatchChecker;
import com.footstone.audit.checking.Rule;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.config.EffectiveConfiguration;
import com.footstone.audit.inserver.rule.BrokenRule;
import com.footstone.audit.inserver.rule.ForbiddenTable;
import com.footstone.audit.inserver.stage.ProductArchive;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.EventId;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.SqlEventBuilder;
import com.footstone.audit.model.Verdict;
import com.footstone.audit.model.policy.Policy;

import static org.assertj.core.api.Assertions.assertThat;

@InServer
class CheckingIT {

    @Inject
    private Analyser analyser;

    @Inject
    private BatchChecker checker;

    @Inject
    @Any
    private Instance<Rule> rules;

    @Inject
    private EffectiveConfiguration configuration;

    @Inject
    @RegistryScope(scope = MetricRegistry.APPLICATION_SCOPE)
    private MetricRegistry registry;

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
        return ProductArchive.named("checking")
                .withTests(CheckingIT.class)
                .withBeans(ForbiddenTable.class, BrokenRule.class)
                .configured(
                        "checker.forbiddenTable.name=pay",
                        "checker.slowQuery.threshold=50",
                        "audit.rules.declared=" + rules,
                        "checker.bonusRead.enabled=false")
                .build();
    }

    @Test
    void rulesAreFoundByBeingBeans() {
        check(List.of());

        Map<Boolean, Set<String>> ids = StreamSupport.stream(rules.spliterator(), false)
                .map(Rule::info)
                .collect(Collectors.partitioningBy(
                        info -> info.enabled().defaultValue(), Collectors.mapping(RuleInfo::id, Collectors.toSet())));
        assertThat(ids.get(true))
                .contains("SlowQuery", "NoWhere", "NPlusOne", "ForbiddenTable", "BrokenRule")
                .allSatisfy(id -> {
                    assertThat(timer(id)).as("timer of %s", id).isNotNull();
                    assertThat(failures(id)).as("failures of %s", id).isNotNull();
                });
        assertThat(ids.get(false))
                .contains("SqlComment")
                .allSatisfy(id -> assertThat(timer(id)).as("timer of %s", id).isNull());
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
        assertThat(timer("BonusTouched")).isNotNull();
        assertThat(timer("BonusRead")).as("a rule that is switched off").isNull();
        assertThat(configuration.settings())
                .extracting(effective -> effective.setting().key())
                .contains("checker.bonusTouched.enabled", "checker.bonusRead.enabled");
        assertThat(configuration.unknown()).isEmpty();
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
        MetricID found = new MetricID(
                "audit_findings",
                new Tag("rule", "NoWhere"),
                new Tag("severity", noWhere().severity().name()));
        long before = registry.getCounter(found).getCount();
        long runs = timer("NoWhere").getCount();

        noWhere();

        assertThat(registry.getCounter(found).getCount()).isEqualTo(before + 1);
        assertThat(timer("NoWhere").getCount()).isEqualTo(runs + 1);
    }

    @Test
    void aRuleThatFailsMakesTheVerdictIncompleteAndHarmsNoOther() {
        check(List.of());
        long before = failures("BrokenRule").getCount();

        Verdict verdict =
                verdict("select a from pay where b = 1 limit 1", event -> event.application(BrokenRule.VICTIM));

        assertThat(verdict.complete()).isFalse();
        assertThat(verdict.unchecked()).singleElement().asString().contains("BrokenRule");
        assertThat(verdict.findings()).extracting(Finding::rule).containsExactly("ForbiddenTable");
        assertThat(failures("BrokenRule").getCount()).isEqualTo(before + 1);
    }

    private Verdict noWhere() {
        Verdict verdict = verdict("delete from t", event -> event);
        assertThat(verdict.findings()).extracting(Finding::rule).contains("NoWhere");
        return verdict;
    }

    private List<String> rulesAgainst(String sql, UnaryOperator<SqlEventBuilder> reported) {
        return verdict(sql, reported).findings().stream().map(Finding::rule).toList();
    }

    private Verdict verdict(String sql, UnaryOperator<SqlEventBuilder> reported) {
        SqlEvent event = reported.apply(SqlEvent.builder(sql, Instant.now())).build();
        AnalysedEvent analysed = analyser.analyse(new EventId("checking", 0, 0), event);
        return check(List.of(analysed)).get(0);
    }

    private List<Verdict> check(List<AnalysedEvent> batch) {
        return checker.check(batch, Policy.NONE, Instant.now());
    }

    private Timer timer(String rule) {
        return registry.getTimer(new MetricID("audit_checker_duration", new Tag("checker", rule)));
    }

    private Counter failures(String rule) {
        return registry.getCounter(new MetricID("audit_rule_failures", new Tag("checker", rule)));
    }
}
