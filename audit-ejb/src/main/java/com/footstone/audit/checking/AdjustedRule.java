package com.footstone.audit.checking;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.policy.Adjustment;

/**
 * A rule that a policy adjusts. Each event is judged by the first adjustment whose scope it meets, all others by the rule
 * as it is configured. A rule about a batch sees the whole of it each time, and of what it says only the answers for the
 * events in question are taken. A rule under guard is asked once for all of them, so that it has the time of one batch
 * however many adjustments there are.
 */
final class AdjustedRule implements BoundRule {

    private static final int AS_CONFIGURED = -1;

    private final String id;
    private final Optional<BoundRule> configured;
    private final List<Variant> variants;

    /**
     * @param configured the rule as it is configured; nothing if it is switched off
     * @param variants by precedence
     */
    AdjustedRule(String id, Optional<BoundRule> configured, List<Variant> variants) {
        this.id = Objects.requireNonNull(id, "id is null");
        this.configured = Objects.requireNonNull(configured, "configured is null");
        this.variants = List.copyOf(variants);
    }

    /**
     * The rule under one adjustment.
     *
     * @param rule what runs; nothing if the rule is off
     */
    record Variant(ScopeFilter scope, Adjustment adjustment, Optional<BoundRule> rule) {}

    @Override
    public String id() {
        return id;
    }

    @Override
    public Faults run(List<AnalysedEvent> batch, CaseFile[] files) {
        int[] choices = batch.stream().mapToInt(this::choice).toArray();
        CaseFile[] said = new CaseFile[files.length];
        for (int i = 0; i < said.length; i++) {
            said[i] = choices[i] == AS_CONFIGURED ? files[i] : new CaseFile(List.of());
        }
        Faults faults = new Faults();
        if (IntStream.range(AS_CONFIGURED, variants.size()).anyMatch(this::isGuarded)) {
            runTogether(batch, choices, said, faults);
        } else {
            for (int choice = AS_CONFIGURED; choice < variants.size(); choice++) {
                int[] places = places(choices, choice);
                rule(choice).ifPresent(rule -> run(rule, batch, places, picked(said, places), faults));
            }
        }
        for (int i = 0; i < said.length; i++) {
            if (choices[i] != AS_CONFIGURED) {
                files[i].addAdjusted(said[i], variants.get(choices[i]).adjustment());
            }
        }
        return faults;
    }

    private Optional<BoundRule> rule(int choice) {
        return choice == AS_CONFIGURED ? configured : variants.get(choice).rule();
    }

    private boolean isGuarded(int choice) {
        return rule(choice).filter(GuardedRun.class::isInstance).isPresent();
    }

    private void runTogether(List<AnalysedEvent> batch, int[] choices, CaseFile[] said, Faults faults) {
        int[] places = IntStream.range(0, choices.length)
                .filter(place -> isGuarded(choices[place]))
                .toArray();
        if (places.length == 0) {
            return;
        }
        List<GuardedRun> runs = Arrays.stream(places)
                .mapToObj(place -> (GuardedRun) rule(choices[place]).orElseThrow())
                .toList();
        List<EventRule.Check> checks = runs.stream().map(GuardedRun::check).toList();
        List<AnalysedEvent> events = Arrays.stream(places).mapToObj(batch::get).toList();
        faults.join(GuardedRun.run(runs.get(0).rule(), events, checks, picked(said, places)), places.length);
    }

    private int choice(AnalysedEvent event) {
        for (int i = 0; i < variants.size(); i++) {
            if (variants.get(i).scope().covers(event)) {
                return i;
            }
        }
        return AS_CONFIGURED;
    }

    private static int[] places(int[] choices, int choice) {
        return IntStream.range(0, choices.length)
                .filter(place -> choices[place] == choice)
                .toArray();
    }

    /**
     * Runs a rule for the events at some places of a batch.
     *
     * @param files a file for each of the places
     */
    private static void run(BoundRule rule, List<AnalysedEvent> batch, int[] places, CaseFile[] files, Faults faults) {
        if (places.length == 0) {
            return;
        }
        if (rule.ofBatch()) {
            CaseFile[] all = blank(batch.size());
            for (int i = 0; i < places.length; i++) {
                all[places[i]] = files[i];
            }
            faults.join(rule.run(batch, all), places.length);
        } else {
            List<AnalysedEvent> events =
                    Arrays.stream(places).mapToObj(batch::get).toList();
            faults.join(rule.run(events, files), places.length);
        }
    }

    private static CaseFile[] picked(CaseFile[] files, int[] places) {
        return Arrays.stream(places).mapToObj(place -> files[place]).toArray(CaseFile[]::new);
    }

    private static CaseFile[] blank(int number) {
        return IntStream.range(0, number).mapToObj(i -> new CaseFile(List.of())).toArray(CaseFile[]::new);
    }
}
