package com.footstone.audit.checking;

import java.util.List;

import com.footstone.audit.config.MapConfig;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.RuleResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Asks one rule, with its defaults or with settings given as key, value, key, value. */
public record RuleProbe(EventRule.Check check) {

    public RuleProbe(EventRule rule, String... settings) {
        this(rule.with(Thresholds.from(MapConfig.of(settings))));
    }

    public Finding finding(SampleEvent event) {
        return finding(event.build());
    }

    public Finding finding(AnalysedEvent event) {
        RuleResult result = check.check(event);
        assertThat(result).isInstanceOf(RuleResult.Raised.class);
        return ((RuleResult.Raised) result).finding();
    }

    public void isClear(SampleEvent event) {
        assertThat(check.check(event.build())).isSameAs(RuleResult.CLEAR);
    }

    public void isClear(AnalysedEvent event) {
        assertThat(check.check(event)).isSameAs(RuleResult.CLEAR);
    }

    public void isNotApplicable(AnalysedEvent event) {
        assertThat(check.check(event)).isSameAs(RuleResult.NOT_APPLICABLE);
    }

    public void isNotApplicable(SampleEvent event) {
        assertThat(check.check(event.build())).isSameAs(RuleResult.NOT_APPLICABLE);
    }

    public static List<RuleResult> ask(BatchRule rule, List<SampleEvent> batch, String... settings) {
        return rule.with(Thresholds.from(MapConfig.of(settings)))
                .check(batch.stream().map(SampleEvent::build).toList());
    }
}
