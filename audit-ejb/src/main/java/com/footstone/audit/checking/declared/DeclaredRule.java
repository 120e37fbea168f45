package com.footstone.audit.checking.declared;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.footstone.audit.checking.EventRule;
import com.footstone.audit.checking.OwnRule;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.RuleResult;

/**
 * A rule that was read from a file. It finds an execution of which all of its conditions hold, unless there are exceptions
 * and all of those hold as well.
 *
 * @param info what it is; its summary is what each of its findings says
 * @param confidence how sure its findings are, 0 to 100
 * @param page why it is there and what to do, as its author wrote it
 * @param when not empty
 * @param unless may be empty
 */
public record DeclaredRule(RuleInfo info, int confidence, String page, List<Condition> when, List<Condition> unless)
        implements EventRule, OwnRule {

    public DeclaredRule {
        Objects.requireNonNull(info, "info is null");
        Objects.requireNonNull(page, "page is null");
        when = List.copyOf(when);
        unless = List.copyOf(unless);
        if (when.isEmpty()) {
            throw new IllegalArgumentException("A rule without conditions would find everything");
        }
    }

    @Override
    public Check with(Thresholds thresholds) {
        return this::check;
    }

    private RuleResult check(AnalysedEvent event) {
        return all(when, event) && !excepted(event)
                ? info.raise(info.severity(), confidence, info.summary(), evidence(event))
                : RuleResult.CLEAR;
    }

    private boolean excepted(AnalysedEvent event) {
        return !unless.isEmpty() && all(unless, event);
    }

    private static boolean all(List<Condition> conditions, AnalysedEvent event) {
        for (Condition condition : conditions) {
            if (!condition.holds(event)) {
                return false;
            }
        }
        return true;
    }

    /** Of two conditions that would tell under one name, the first. */
    private Map<String, String> evidence(AnalysedEvent event) {
        Map<String, String> evidence = new TreeMap<>();
        for (Condition condition : when) {
            Map<String, String> told = condition.evidence(event);
            if (told.keySet().stream().noneMatch(evidence::containsKey)) {
                evidence.putAll(told);
            }
        }
        return evidence;
    }
}
