package com.footstone.audit.checking.declared;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.footstone.audit.config.ConfigurationException;
import com.footstone.audit.config.KnownSettings;
import com.footstone.audit.config.MapConfig;
import com.footstone.audit.config.Setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DeclaredRulesTest {

    private static DeclaredRules of(String text) {
        return new DeclaredRules(RuleText.read(text));
    }

    @Test
    void theSwitchOfARuleIsASettingLikeAnyOther() {
        DeclaredRules rules = of(RuleText.HEAD + "    when: {kind: SELECT}\n");

        assertThat(rules.rules()).hasSize(1);
        assertThat(new KnownSettings(List.of(rules)).all())
                .extracting(Setting::key)
                .containsExactly("audit.rules.declared", "checker.sample.enabled");
        rules.verify(MapConfig.of());
    }

    @Test
    void oneWrongRuleRefusesTheStartAndIsNamed() {
        DeclaredRules rules = of(RuleText.HEAD + "    when: {kind: SELECT}\n  - id: Wrong\n    title: Wrong\n");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> rules.verify(MapConfig.of()))
                .withMessageStartingWith("audit.rules.declared names rules that cannot be used; correct them")
                .withMessageContaining(", line 9, rule Wrong: severity is missing; ")
                .withMessageContaining(", line 9, rule Wrong: when is missing");
    }

    @Test
    void withoutAFileThereAreNoRules() {
        assertThat(new DeclaredRules().rules()).isEmpty();
        assertThat(new DeclaredRules().settings()).containsExactly(DeclaredRules.PATH);
    }
}
