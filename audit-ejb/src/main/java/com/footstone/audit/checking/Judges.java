package com.footstone.audit.checking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;

import com.footstone.audit.model.policy.Policy;

/**
 * The judges of the policies that were met last, each made once. More than one is at work while a batch that was claimed
 * before a change is still to be judged.
 */
@ApplicationScoped
public class Judges {

    private static final Logger LOG = Logger.getLogger(Judges.class.getName());
    private static final int KEPT = 4;

    @Inject
    private Config config;

    @Inject
    private RuleBook book;

    private List<Rule> rules;
    private Thresholds thresholds;
    private Judge configured;

    private final Map<Long, Judge> byVersion = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Judge> eldest) {
            return size() > KEPT;
        }
    };

    @PostConstruct
    void prepare() {
        rules = book.rules();
        thresholds = Thresholds.from(config);
        configured = new Judge(rules, thresholds);
    }

    /** The judge without a policy. */
    Judge configured() {
        return configured;
    }

    /** The judge of a policy that is in force or was. */
    Judge of(Policy policy) {
        if (policy.version() == 0) {
            return configured;
        }
        synchronized (byVersion) {
            return byVersion.computeIfAbsent(policy.version(), version -> made(policy));
        }
    }

    /** What tells whether a policy can be applied. */
    public PolicyCheck check() {
        return new PolicyCheck(apart(), thresholds);
    }

    /**
     * What tries a policy on events that were judged before.
     *
     * @param versions the policies that they were judged by, by number; asked once for each
     */
    public Rehearsal rehearsal(Policy draft, LongFunction<Policy> versions) {
        return new Rehearsal(apart(), thresholds, draft, versions);
    }

    /** The rules for a trial, which must not count for what is judged in earnest. */
    private List<Rule> apart() {
        return rules.stream()
                .map(rule -> rule instanceof GuardedRule guarded ? guarded.apart() : rule)
                .toList();
    }

    private Judge made(Policy policy) {
        Judge judge = configured.under(policy);
        judge.unusable()
                .forEach(name -> LOG.log(
                        Level.WARNING,
                        "Version {0} of the policy has an adjustment that this instance cannot use and leaves out: {1}. Does every"
                                + " instance run the same version and the same rules?",
                        new Object[] {policy.version(), name}));
        return judge;
    }
}
