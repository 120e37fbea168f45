package com.footstone.audit.checking;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import com.footstone.audit.model.EventId;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.policy.RehearsalReport;
import com.footstone.audit.model.policy.RehearsalReport.Example;
import com.footstone.audit.model.policy.RehearsalReport.RuleChange;
import com.footstone.audit.model.policy.Stance;

/** Counts event by event what a policy would have changed. */
final class RehearsalTally {

    private static final int EXAMPLES_OF_A_RULE = 5;
    private static final int MOST_EXAMPLES = 50;

    private final Map<String, Tally> tallies = new TreeMap<>();
    private final List<Example> examples = new ArrayList<>();
    private long events;
    private long changed;

    void unknown(String rule) {
        tally(rule).unknown++;
    }

    void compare(EventId event, Map<String, Stance> before, Map<String, Stance> after) {
        events++;
        Set<String> rules = new HashSet<>(before.keySet());
        rules.addAll(after.keySet());
        boolean differs = false;
        for (String rule : rules) {
            Tally tally = tally(rule);
            tally.before.add(before.get(rule));
            tally.after.add(after.get(rule));
            if (!Objects.equals(before.get(rule), after.get(rule))) {
                differs = true;
                example(tally, event, rule, before.get(rule), after.get(rule));
            }
        }
        changed += differs ? 1 : 0;
    }

    private void example(Tally tally, EventId event, String rule, Stance before, Stance after) {
        if (tally.examples < EXAMPLES_OF_A_RULE && examples.size() < MOST_EXAMPLES) {
            tally.examples++;
            examples.add(new Example(event, rule, Optional.ofNullable(before), Optional.ofNullable(after)));
        }
    }

    private Tally tally(String rule) {
        return tallies.computeIfAbsent(rule, any -> new Tally());
    }

    RehearsalReport report() {
        List<RuleChange> changes = new ArrayList<>();
        tallies.forEach((rule, tally) -> changes.add(new RuleChange(
                rule,
                Map.copyOf(tally.before.findings),
                Map.copyOf(tally.after.findings),
                tally.before.exempted,
                tally.after.exempted,
                tally.unknown)));
        return new RehearsalReport(events, changed, changes, examples);
    }

    /** What is counted of one rule. */
    private static final class Tally {
        private final Side before = new Side();
        private final Side after = new Side();
        private long unknown;
        private int examples;
    }

    /** Before, or after. */
    private static final class Side {
        private final Map<Severity, Long> findings = new EnumMap<>(Severity.class);
        private long exempted;

        void add(Stance stance) {
            if (stance == null) {
                return;
            }
            if (stance.exempted()) {
                exempted++;
            } else {
                findings.merge(stance.severity(), 1L, Long::sum);
            }
        }
    }
}
