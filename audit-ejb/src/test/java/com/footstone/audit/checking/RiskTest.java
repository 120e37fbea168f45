package com.footstone.audit.checking;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.footstone.audit.config.MapConfig;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.Presence;
import com.footstone.audit.model.RiskScore;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.StatementKind;
import com.footstone.audit.model.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class RiskTest {

    private static final RiskScale SCALE = new RiskScale(RiskSettings.from(Thresholds.defaults()));
    private static final Judge JUDGE = new Judge(ShippedRules.ALL, Thresholds.from(MapConfig.of()));

    /** From mildest to worst. */
    private static final List<Severity> SEVERITIES =
            List.of(Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL);

    /** Grows past every tier of every rule. */
    private static final long[] LADDER = LongStream.concat(
                    LongStream.iterate(1, n -> n < 2_000_000, n -> n + 1 + n / 7),
                    LongStream.of(100, 101, 1000, 1001, 5000, 5001, 10_000, 10_001, Long.MAX_VALUE))
            .sorted()
            .toArray();

    static List<Arguments> measures() {
        return List.of(
                measure("time", n -> SampleEvent.of(StatementKind.SELECT).with(e -> e.executionTimeMs(n))),
                measure("rows read", n -> SampleEvent.of(StatementKind.SELECT).with(e -> e.rowsReturned(n))),
                measure("rows changed", n -> SampleEvent.of(StatementKind.UPDATE)
                        .with(e -> e.rowsAffected(n))),
                measure("rows changed without WHERE", n -> SampleEvent.of(StatementKind.DELETE)
                        .where(Presence.ABSENT)
                        .with(e -> e.rowsAffected(n))),
                measure("rows changed by what could not be read", n -> SampleEvent.of(StatementKind.DELETE)
                        .where(Presence.UNKNOWN)
                        .with(e -> e.rowsAffected(n))),
                measure("offset", n -> SampleEvent.of(StatementKind.SELECT).offset(n)),
                measure("everything at once", n -> SampleEvent.of(StatementKind.UPDATE)
                        .where(Presence.ABSENT)
                        .offset(n)
                        .failed("40P01", "deadlock detected")
                        .with(e -> e.rowsAffected(n).rowsReturned(n).executionTimeMs(n))));
    }

    private static Arguments measure(String name, LongFunction<SampleEvent> event) {
        return Arguments.of(name, event);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("measures")
    void moreOfAnythingNeverScoresLower(String name, LongFunction<SampleEvent> event) {
        Verdict before = verdict(event.apply(0));
        for (long n : LADDER) {
            Verdict verdict = verdict(event.apply(n));
            assertThat(verdict.risk().value())
                    .as("%s = %d", name, n)
                    .isGreaterThanOrEqualTo(before.risk().value());
            assertThat(verdict.severity()).isGreaterThanOrEqualTo(before.severity());
            before = verdict;
        }
        assertThat(before.risk().value()).isPositive();
    }

    @Test
    void oneFindingMoreOrAWorseOneNeverScoresLower() {
        Random random = new Random(20260105);
        for (int round = 0; round < 20_000; round++) {
            List<Finding> some = findings(random, 1 + random.nextInt(4));
            List<Finding> more = IntStream.rangeClosed(0, some.size())
                    .mapToObj(i -> i < some.size() ? some.get(i) : finding(random))
                    .toList();
            int changed = random.nextInt(some.size());
            List<Finding> worse = IntStream.range(0, some.size())
                    .mapToObj(i -> i == changed ? worse(some.get(i), random) : some.get(i))
                    .toList();

            int score = risk(some).value();
            assertThat(risk(more).value()).isGreaterThanOrEqualTo(score);
            assertThat(risk(worse).value()).isGreaterThanOrEqualTo(score);
        }
    }

    @Test
    void namesItsParts() {
        RiskScore risk = verdict(SampleEvent.of(StatementKind.DELETE)
                        .where(Presence.ABSENT)
                        .with(e -> e.rowsAffected(100_000)))
                .risk();

        assertThat(risk.parts())
                .containsExactly(
                        new RiskScore.Part("severity", 75),
                        new RiskScore.Part("impact", 11),
                        new RiskScore.Part("confidence", 5),
                        new RiskScore.Part("breadth", 2));
        assertThat(risk.value()).isEqualTo(93);
    }

    @Test
    void whoDidItAndWhereCountOnTopOfWhatWasFound() {
        SampleEvent found = SampleEvent.of(StatementKind.DELETE).where(Presence.ABSENT);
        SampleEvent byRoot = found.with(e -> e.dbUser("root@10.1.2.3").dbName("shop"));
        SampleEvent inProduction = found.with(e -> e.dbUser("shop_app").dbName("orders_PROD"));
        int plain = verdict(found.with(e -> e.dbUser("shop_app").dbName("shop")))
                .risk()
                .value();

        assertThat(verdict(byRoot).risk().value()).isEqualTo(plain + 5);
        assertThat(verdict(byRoot).risk().parts()).contains(new RiskScore.Part("actor", 5));
        assertThat(verdict(inProduction).risk().value()).isEqualTo(plain + 5);
        assertThat(verdict(inProduction).risk().parts()).contains(new RiskScore.Part("environment", 5));
    }

    @Test
    void sensitiveDataCounts() {
        Finding plain = new Finding("R1", Severity.MEDIUM, 90, "Found.", Map.of());
        Finding sensitive = new Finding("R1", Severity.MEDIUM, 90, "Found.", Map.of(Sensitivity.TAGS, "health"));

        assertThat(risk(List.of(sensitive)).value())
                .isEqualTo(risk(List.of(plain)).value() + 5);
        assertThat(risk(List.of(sensitive)).parts()).contains(new RiskScore.Part("sensitivity", 5));
    }

    @Test
    void whoDidItAloneIsNoRisk() {
        SampleEvent clean =
                SampleEvent.of(StatementKind.SELECT).with(e -> e.dbUser("root").dbName("prod"));

        assertThat(verdict(clean).risk()).isEqualTo(RiskScore.NONE);
    }

    @Test
    void staysWithinAHundred() {
        Verdict worst = verdict(SampleEvent.of(StatementKind.DELETE)
                .where(Presence.ABSENT)
                .offset(Long.MAX_VALUE)
                .failed("40P01", "deadlock")
                .with(e -> e.rowsAffected(Long.MAX_VALUE)
                        .rowsReturned(Long.MAX_VALUE)
                        .executionTimeMs(Long.MAX_VALUE)));

        assertThat(worst.risk().value()).isEqualTo(100);
    }

    @Test
    void evidenceThatIsNoNumberHasNoImpact() {
        Map<String, String> evidence = Map.of("observed", "often", "threshold", "seldom");

        assertThat(risk(List.of(new Finding("Foreign", Severity.LOW, 100, "Found.", evidence)))
                        .value())
                .isEqualTo(15);
    }

    @Test
    void nothingFoundIsNoRisk() {
        assertThat(verdict(SampleEvent.of(StatementKind.SELECT)).risk()).isEqualTo(RiskScore.NONE);
    }

    private static Verdict verdict(SampleEvent event) {
        return JUDGE.judge(List.of(event.build())).verdicts().get(0);
    }

    private static RiskScore risk(List<Finding> findings) {
        CaseFile file = new CaseFile(List.of());
        findings.forEach(finding -> file.add(new RuleResult.Raised(finding)));
        SqlEvent event = SampleEvent.of(StatementKind.SELECT).build().event();
        return file.verdict(SCALE, event, CaseFile.clean(0)).risk();
    }

    private static List<Finding> findings(Random random, int count) {
        return IntStream.range(0, count).mapToObj(i -> finding(random)).toList();
    }

    private static Finding finding(Random random) {
        Severity severity = SEVERITIES.get(random.nextInt(SEVERITIES.size()));
        long threshold = random.nextInt(1000);
        Excess excess = new Excess("rows", random.nextInt(1_000_000), threshold);
        return new Finding("R" + random.nextInt(9), severity, random.nextInt(101), "Found.", excess.evidence());
    }

    /** The finding with a higher severity or a larger excess. */
    private static Finding worse(Finding finding, Random random) {
        Excess excess = Excess.of(finding).orElseThrow();
        boolean bySeverity = random.nextBoolean() && finding.severity() != Severity.CRITICAL;
        Severity severity =
                bySeverity ? SEVERITIES.get(SEVERITIES.indexOf(finding.severity()) + 1) : finding.severity();
        long observed = bySeverity ? excess.observed() : excess.observed() + random.nextInt(1_000_000);
        return new Finding(
                finding.rule(),
                severity,
                finding.confidence(),
                finding.message(),
                new Excess(excess.unit(), observed, excess.threshold()).evidence());
    }
}
