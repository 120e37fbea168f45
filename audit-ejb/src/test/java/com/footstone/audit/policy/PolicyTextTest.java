package com.footstone.audit.policy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.policy.Hours;
import com.footstone.audit.model.policy.Policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PolicyTextTest {

    private static final String WHOLE = """
            {"adjustments": [
               {"name": "calm", "rule": "SlowQuery", "severity": "LOW", "thresholds": {"checker.slowQuery.threshold": 3000},
                "where": {"tenants": ["acme"], "applications": ["shop*"], "databases": ["orders"], "tables": ["t"],
                          "onlyTables": ["t", "u"], "fingerprints": ["0123456789abcdef0123456789abcdef"],
                          "dbUsers": ["app"], "endUsers": ["alice"],
                          "hours": {"from": "22:00", "to": "06:00", "days": ["SATURDAY", "sunday"], "zone": "Europe/Berlin"}}},
               {"name": "off", "rule": "NoWhere", "enabled": false}],
             "exemptions": [
               {"id": 3, "rules": ["SlowQuery"], "where": {"applications": ["batch"]}, "reason": "nightly \\"run\\"",
                "owner": "alice", "expires": "2026-12-31T00:00:00Z", "approver": "bob"}]}
            """;

    @Test
    void whatIsWrittenIsReadAgain() {
        Policy read = PolicyText.policy(4, WHOLE);

        assertThat(read.adjustments()).hasSize(2);
        assertThat(read.adjustments().get(0).severity()).contains(Severity.LOW);
        assertThat(read.adjustments().get(0).thresholds()).containsEntry("checker.slowQuery.threshold", "3000");
        assertThat(read.adjustments().get(0).where().hours()).get().satisfies(hours -> {
            assertThat(hours.from()).isEqualTo(LocalTime.of(22, 0));
            assertThat(hours.days()).isEqualTo(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
            assertThat(hours).extracting(Hours::zone).hasToString("Europe/Berlin");
        });
        assertThat(read.exemptions().get(0).request().reason()).isEqualTo("nightly \"run\"");
        assertThat(PolicyText.policy(4, PolicyJson.document(read))).isEqualTo(read);
        assertThat(PolicyText.policy(0, PolicyJson.document(Policy.NONE))).isEqualTo(Policy.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "calm"           | 7            | adjustments[0].name
            "rule": "SlowQuery", "severity" | "severity" | adjustments[0].rule
            "LOW"            | "SAFE"       | adjustments[0].severity
            "LOW"            | "awful"      | adjustments[0].severity
            3000             | []           | adjustments[0].thresholds.checker.slowQuery.threshold
            ["acme"]         | "acme"       | adjustments[0].where.tenants
            ["acme"]         | [""]         | adjustments[0].where.tenants[0]
            "tenants"        | "tenant"     | adjustments[0].where
            "0123            | "x0123       | adjustments[0].where.fingerprints[0]
            "22:00"          | "10 pm"      | adjustments[0].where.hours.from
            "to": "06:00",   | ''           | adjustments[0].where.hours.to
            "sunday"         | "Sonntag"    | adjustments[0].where.hours.days[1]
            Europe/Berlin    | Mars/Dome    | adjustments[0].where.hours.zone
            "off"            | "calm"       | adjustments[1].name
            , "enabled": false | ''         | adjustments[1].enabled
            false            | "no"         | adjustments[1].enabled
            "id": 3          | "id": 1e99   | exemptions[0].id
            ["SlowQuery"]    | []           | exemptions[0].rules
            "applications": ["batch"] | ''  | exemptions[0].where
            "applications": ["batch"] | "tables": ["t"] | exemptions[0].where.tables
            2026-12-31T      | soon         | exemptions[0].expires
            "bob"            | "alice"      | exemptions[0].approver
            "exemptions"     | "exceptions" | body
            {"adjustments"   | [{"adj       | body
            """)
    void aFaultNamesItsFieldAndDoesNotRepeatWhatWasGiven(String right, String wrong, String field) {
        assertThat(WHOLE).contains(right);
        String text = WHOLE.replace(right, wrong);

        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> PolicyText.policy(4, text))
                .satisfies(e -> {
                    assertThat(e.field()).isEqualTo(field);
                    assertThat(e).hasMessageStartingWith(field + " ");
                    assertThat(e.getMessage()).doesNotContain("Sonntag", "Mars", "10 pm", "awful");
                });
    }

    @Test
    void noNestingIsTooDeepForTheStack() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> PolicyText.policy(1, "[".repeat(100_000)))
                .withMessageContaining("nested");
    }
}
