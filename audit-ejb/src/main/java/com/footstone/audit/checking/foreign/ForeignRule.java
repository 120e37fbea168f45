package com.footstone.audit.checking.foreign;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

import org.eclipse.microprofile.config.Config;

import com.footstone.audit.checking.Category;
import com.footstone.audit.checking.GuardedRule;
import com.footstone.audit.checking.OwnRule;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.config.ConfigurationException;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.rule.AuditRule;
import com.footstone.audit.rule.RuleDescription;
import com.footstone.audit.rule.ThresholdValues;

/** A rule that somebody else has written, as one of ours. */
final class ForeignRule implements GuardedRule, OwnRule {

    private final AuditRule rule;
    private final RuleInfo info;
    private final String page;
    private final ForeignThresholds thresholds;
    private final Guards guards;
    private final Guard guard;

    /** @throws RuntimeException if the description is none */
    ForeignRule(AuditRule rule, RuleDescription description, Guards guards) {
        this.rule = Objects.requireNonNull(rule, "rule is null");
        this.guards = Objects.requireNonNull(guards, "guards is null");
        guard = guards.inEarnest(description.id());
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

    private ForeignRule(ForeignRule same, Guard guard) {
        rule = same.rule;
        guards = same.guards;
        page = same.page;
        thresholds = same.thresholds;
        info = same.info;
        this.guard = guard;
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
    public GuardedRule apart() {
        return new ForeignRule(this, guards.onTrial(info.id()));
    }

    @Override
    public Check with(Thresholds values) {
        return new BoundCheck(info.id(), rule, thresholds.values(values));
    }

    @Override
    public Answers check(List<AnalysedEvent> batch, List<Check> checks) {
        return guard.check(batch, checks);
    }

    /** A rule that is switched off needs no thresholds that it accepts. */
    @Override
    public void verify(Config config) {
        if (info.enabled().read(config)) {
            verify(Thresholds.from(config));
        }
    }

    @Override
    public void verify(Thresholds given) {
        ThresholdValues values = thresholds.values(given);
        try {
            guard.ask(() -> Objects.requireNonNull(rule.with(values), "there is no check"));
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
