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
    public Faults run(List<AnalysedEvent> batch, CaseFile[] files) {
        int[] choices = batch.stream().mapToInt(this::choice).toArray();
        Faults faults = new Faults();
        int[] others = places(choices, AS_CONFIGURED);
        configured.ifPresent(rule -> run(rule, batch, others, picked(files, others), faults));
        for (int i = 0; i < variants.size(); i++) {
            Variant variant = variants.get(i);
            int[] places = places(choices, i);
            variant.rule().ifPresent(rule -> {
                CaseFile[] apart = blank(places.length);
                run(rule, batch, places, apart, faults);
                for (int place = 0; place < places.length; place++) {
                    files[places[place]].addAdjusted(apart[place], variant.adjustment());
                }
            });
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
