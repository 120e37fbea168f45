package com.footstone.audit.checking.sensitive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.analysis.literal.SensitiveValues;
import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.Judge;
import com.footstone.audit.checking.RuleProbe;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.config.ConfigurationException;
import com.footstone.audit.config.MapConfig;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.LiteralKind;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SensitiveLiteralTest {

    /** Where a literal may stand; the last ones are texts that cannot be read in full. */
    private static final List<String> STATEMENTS = List.of(
            "SELECT id FROM t WHERE x = '%s'",
            "INSERT INTO t (id, card_no) VALUES (1, '%s')",
            "UPDATE t SET x = E'it\\'s %s' WHERE id = 1",
            "SELECT $q$%s$q$",
            "SELECT id FROM t WHERE x IN ('a', '%s', 'b')",
            "SELECT id FROM t WHERE x = f('%s') -- %s",
            "SELECT id FROM t WHERE x = 'it's %s",
            "not sql \"%s\" {'%s'}");

    private final RuleProbe rule = new RuleProbe(new SensitiveLiteral());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT id FROM customer WHERE email = 'anna@example.com' | LOW | {EMAIL=1}",
                "INSERT INTO customer (id, tel) VALUES (1, '+49 170 1234567') | LOW | {PHONE=1}",
                "SELECT id FROM t WHERE iban = 'DE89370400440532013000' | MEDIUM | {IBAN=1}",
                "INSERT INTO pay (c, m) VALUES ('4111111111111111', 'a@example.com') | HIGH | {EMAIL=1, PAYMENT_CARD=1}",
                "INSERT INTO p (id, bsn) VALUES (1, '111222333'), (2, '123456782') | MEDIUM | {BSN_NL=2}",
                "SELECT id FROM t WHERE card_no = 4111111111111111 | HIGH | {PAYMENT_CARD=1}",
                "UPDATE t SET k = 'AKIAIOSFODNN7EXAMPLE' WHERE id = 1 | HIGH | {ACCESS_KEY=1}",
            })
    void finds(String sql, String severity, String evidence) {
        Finding finding = rule.finding(AnalysedText.of(sql));

        assertThat(finding.severity()).hasToString(severity);
        assertThat(finding.evidence()).hasToString(evidence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id FROM customer WHERE email = ?",
                "SELECT id FROM orders WHERE order_no = '4111111111111111'",
                "INSERT INTO orders (card_id, order_no) VALUES (1, '4111111111111111')",
                "SELECT id FROM t WHERE a = 4111111111111111",
                "SELECT id FROM t WHERE created > '2026-01-15 10:00:00'"
            })
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }

    @Test
    void saysWhatItFoundInWords() {
        assertThat(rule.finding(AnalysedText.of("SELECT 1 FROM t WHERE a = 'x@example.com' OR a = 'y@example.com'"))
                        .message())
                .isEqualTo("The text holds e-mail address × 2.");
    }

    @Test
    void boundValuesAreAFindingIfTheyAreOfTheKindsAskedFor() {
        AnalysedEvent event = bound(Map.of("1", "4111111111111111", "2", "anna@example.com"));
        RuleProbe all = new RuleProbe(new SensitiveLiteral(), "checker.sensitiveLiteral.boundKinds", "all");
        RuleProbe none = new RuleProbe(new SensitiveLiteral(), "checker.sensitiveLiteral.boundKinds", "none");

        assertThat(rule.finding(event).evidence()).hasToString("{bound PAYMENT_CARD=1}");
        assertThat(rule.finding(event).severity()).hasToString("MEDIUM");
        assertThat(all.finding(event).evidence()).hasToString("{bound EMAIL=1, bound PAYMENT_CARD=1}");
        none.isClear(event);
    }

    @Test
    void onlyKindsThatAreAskedForAreAFinding() {
        RuleProbe cards = new RuleProbe(new SensitiveLiteral(), "checker.sensitiveLiteral.kinds", "payment_card, iban");

        cards.isClear(AnalysedText.of("SELECT id FROM t WHERE a = 'anna@example.com'"));
        assertThatThrownBy(() -> new RuleProbe(new SensitiveLiteral(), "checker.sensitiveLiteral.kinds", "cards"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("checker.sensitiveLiteral.kinds")
                .hasMessageContaining("PAYMENT_CARD");
    }

    /** Each value is a marker: it would be recognised if it came through. */
    @ParameterizedTest
    @EnumSource(LiteralKind.class)
    void noValueIsInAnythingThatIsKept(LiteralKind kind) {
        Random random = new Random(20_260_304);
        SensitiveValues values = new SensitiveValues(random);
        Judge judge = new Judge(List.of(new SensitiveLiteral(), new SensitiveColumn()), every());
        for (int i = 0; i < 60; i++) {
            for (String statement : STATEMENTS) {
                String value = values.of(kind);
                AnalysedEvent event = AnalysedText.of(statement.replace("%s", value));
                Verdict verdict = judge.judge(List.of(event)).verdicts().get(0);

                assertThat(event.redactedSql() + event.statement() + event.text() + event + verdict)
                        .doesNotContainIgnoringCase(value)
                        .doesNotContainIgnoringCase(value.substring(value.length() / 2));
            }
            String value = values.of(kind);
            Verdict verdict = judge.judge(List.of(bound(Map.of("card", value))))
                    .verdicts()
                    .get(0);
            assertThat(verdict.toString()).doesNotContainIgnoringCase(value);
        }
    }

    private static Thresholds every() {
        return Thresholds.from(MapConfig.of("checker.sensitiveLiteral.boundKinds", "all"));
    }

    private static AnalysedEvent bound(Map<String, String> params) {
        String sql = "SELECT id FROM t WHERE a = ? AND b = ?";
        AnalysedEvent text = AnalysedText.of(sql);
        SqlEvent event = SqlEvent.builder(sql, Instant.EPOCH).params(params).build();
        return new AnalysedEvent(
                text.id(), event, text.statement(), text.redactedSql(), "", text.offset(), text.limit(), text.text());
    }
}
