package com.footstone.audit.checking.foreign;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

import com.footstone.audit.checking.Category;
import com.footstone.audit.checking.GuardedRule;
import com.footstone.audit.checking.OwnRule;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.config.ConfigurationException;
import com.footstone.audit.rule.AuditRule;
import com.footstone.audit.rule.RuleDescription;
import com.footstone.audit.rule.ThresholdValues;

/** A rule that somebody else has written, as one of ours. */
final class ForeignRule implements GuardedRule, OwnRule {

    private final AuditRule rule;
    private final RuleInfo info;
    private final String page;
    private final ForeignThresholds thresholds;
    private final Guard guard;

    /** @throws RuntimeException if the description is none */
    ForeignRule(AuditRule rule, RuleDescription description, Guard guard) {
        this.rule = Objects.requireNonNull(rule, "rule is null");
        this.guard = Objects.requireNonNull(guard, "guard is null");
        page = description.page();
        thresholds = new ForeignThresholds(description);
        info = RuleInfo.of(
                description.id(),
                description.title(),
                description.severity(),
                Category.SECURITY,
                description.summary(),
                thresholds.settings());
    }

    @Override
    public RuleInfo info() {
        return info;
    }

    @Override
    public String page() {
        return page;
    }

    @Override
    public Check with(Thresholds values) {
        AuditRule.Check check = check(thresholds.values(values));
        return batch -> guard.check(check, batch);
    }

    private AuditRule.Check check(ThresholdValues values) {
        try {
            return guard.ask(() -> Objects.requireNonNull(rule.with(values), "there is no check"));
        } catch (ExecutionException e) {
            throw refused(e.getCause().toString());
        } catch (TimeoutException | RejectedExecutionException e) {
            throw refused("it does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused("it was interrupted");
        }
    }

    private ConfigurationException refused(String why) {
        return new ConfigurationException(
                info.enabled().key(),
                "is the switch of a rule of a jar that refuses its thresholds (" + why
                        + "); correct them, or switch it off");
    }
}
