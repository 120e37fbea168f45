package com.footstone.audit.inserver.rule;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;
import com.footstone.audit.rule.AuditRule;
import com.footstone.audit.rule.RuleDescription;
import com.footstone.audit.rule.ThresholdValues;

/** Finds something in all events, except that those of the application {@value #VICTIM} take it half a minute. */
public final class StubbornRule implements AuditRule {

    public static final String VICTIM = "victim";

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "StubbornRule", "Stubborn rule", Severity.LOW, "Always.", "Look at nothing.", List.of());

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Check with(ThresholdValues thresholds) {
        return StubbornRule::check;
    }

    private static RuleResult check(AnalysedEvent event) {
        if (VICTIM.equals(event.event().application())) {
            waste();
        }
        return DESCRIPTION.raise(100, "It looked.", Map.of());
    }

    /** Nobody can make it stop. */
    private static void waste() {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < LONG.toNanos()) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            Thread.interrupted();
        }
    }
}
