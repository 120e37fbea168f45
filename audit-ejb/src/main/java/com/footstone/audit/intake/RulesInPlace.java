package com.footstone.audit.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;

import com.footstone.audit.checking.OwnRule;
import com.footstone.audit.checking.Rule;
import com.footstone.audit.checking.RuleBook;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.config.Setting;
import com.footstone.audit.query.RuleList;
import com.footstone.audit.query.RuleSummary;

/** Tells of the rules that the intake checks by. */
@ApplicationScoped
public class RulesInPlace implements RuleList {

    @Inject
    private RuleBook book;

    @Inject
    private Config config;

    @Override
    public List<RuleSummary> rules() {
        return book.rules().stream()
                .map(this::summary)
                .sorted(Comparator.comparing(RuleSummary::id))
                .toList();
    }

    private RuleSummary summary(Rule rule) {
        RuleInfo info = rule.info();
        return new RuleSummary(
                info.id(),
                info.title(),
                info.severity(),
                info.summary(),
                info.enabled().read(config),
                info.settings().stream().map(Setting::key).toList(),
                rule instanceof OwnRule own ? Optional.of(own.page()) : Optional.empty());
    }
}
