package com.footstone.audit.checking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.policy.Exemption;

/** The exemptions of a policy, made ready to be asked about many findings. */
final class Waivers {

    private final Map<String, List<Waiver>> byRule = new HashMap<>();

    Waivers(List<Exemption> exemptions) {
        for (Exemption exemption : exemptions) {
            Waiver waiver =
                    new Waiver(exemption, new ScopeFilter(exemption.request().where()));
            exemption.request().rules().forEach(rule -> byRule.computeIfAbsent(rule, any -> new ArrayList<>())
                    .add(waiver));
        }
    }

    boolean isEmpty() {
        return byRule.isEmpty();
    }

    /**
     * The exemption that lets a finding pass.
     *
     * @param receivedAt when the event's batch was claimed: a time that nobody outside decides, and the same if it is
     *     judged again
     */
    OptionalLong covering(Finding finding, AnalysedEvent event, Instant receivedAt) {
        return byRule.getOrDefault(finding.rule(), List.of()).stream()
                .filter(waiver -> !waiver.exemption().expired(receivedAt))
                .filter(waiver -> waiver.scope().covers(event))
                .mapToLong(waiver -> waiver.exemption().id())
                .findFirst();
    }

    private record Waiver(Exemption exemption, ScopeFilter scope) {}
}
