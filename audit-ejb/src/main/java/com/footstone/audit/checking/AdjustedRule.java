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
 * events in question are taken.
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
    public boolean ofBatch() {
        return configured.map(BoundRule::ofBatch).orElse(false)
                || variants.stream()
                        .anyMatch(variant ->
                                variant.rule().map(BoundRule::ofBatch).orElse(false));
    }

    @Override
    public Faults run(List<AnalysedEvent> batch, CaseFile[] files) {
        int[] choices = batch.stream().mapToInt(this::choice).toArray();
        Faults faults = new Faults();
        configured.ifPresent(rule -> run(rule, batch, files, places(choices, AS_CONFIGURED), faults));
        for (int i = 0; i < variants.size(); i++) {
            Variant variant = variants.get(i);
            int[] places = places(choices, i);
            variant.rule().ifPresent(rule -> runAdjusted(rule, variant.adjustment(), batch, files, places, faults));
        }
        return faults;
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

    private static void runAdjusted(
            BoundRule rule,
            Adjustment adjustment,
            List<AnalysedEvent> batch,
            CaseFile[] files,
            int[] places,
            Faults faults) {
        CaseFile[] apart = blank(files.length);
        run(rule, batch, apart, places, faults);
        for (int place : places) {
            files[place].addAdjusted(apart[place], adjustment);
        }
    }

    /** Runs a rule for the events at some places of a batch. */
    private static void run(BoundRule rule, List<AnalysedEvent> batch, CaseFile[] files, int[] places, Faults faults) {
        if (places.length == 0) {
            return;
        }
        if (rule.ofBatch()) {
            CaseFile[] wanted = blank(files.length);
            Arrays.stream(places).forEach(place -> wanted[place] = files[place]);
            faults.join(rule.run(batch, wanted), places.length);
        } else {
            List<AnalysedEvent> events =
                    Arrays.stream(places).mapToObj(batch::get).toList();
            CaseFile[] wanted =
                    Arrays.stream(places).mapToObj(place -> files[place]).toArray(CaseFile[]::new);
            faults.join(rule.run(events, wanted), places.length);
        }
    }

    private static CaseFile[] blank(int number) {
        return IntStream.range(0, number).mapToObj(i -> new CaseFile(List.of())).toArray(CaseFile[]::new);
    }
}
