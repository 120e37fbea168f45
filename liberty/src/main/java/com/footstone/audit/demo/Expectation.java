package com.footstone.audit.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.footstone.audit.dev.shop.accident.Accident;
import com.footstone.audit.server.AuditApi;

/** What the product must say of the shop: every execution counted, every accident found under its rule. */
final class Expectation {

    private static final Map<Accident, List<String>> RULES = rules();

    private final AuditApi api;
    private final String window;
    private final long before;
    private final Map<String, Long> findingsBefore;

    /** Looks at what is stored before the shop opens, since data of an earlier run may be there. */
    Expectation(AuditApi api, String window) {
        this.api = api;
        this.window = window;
        this.before = events();
        this.findingsBefore = allFindings();
    }

    private static Map<Accident, List<String>> rules() {
        Map<Accident, List<String>> rules = new LinkedHashMap<>();
        rules.put(Accident.N_PLUS_ONE, List.of("NPlusOne"));
        rules.put(Accident.REPORT_WITHOUT_LIMIT, List.of("UnboundedRead"));
        rules.put(Accident.LARGE_RESULT, List.of("LargeResult"));
        rules.put(Accident.DEEP_PAGINATION, List.of("DeepPagination"));
        rules.put(Accident.UPDATE_WITHOUT_WHERE, List.of("NoWhere", "ActualImpactNoWhere"));
        rules.put(Accident.DELETE_WITHOUT_WHERE, List.of("NoWhere", "ActualImpactNoWhere"));
        rules.put(Accident.MASS_UPDATE, List.of("HighImpactMutation"));
        rules.put(Accident.HUGE_UPDATE, List.of("HighImpactMutation"));
        rules.put(Accident.SYNTAX_ERROR, List.of("ErrorPattern"));
        rules.put(Accident.UNIQUE_VIOLATION, List.of("ErrorPattern"));
        rules.put(Accident.LOCK_TIMEOUT, List.of("ErrorPattern"));
        rules.put(Accident.DEADLOCK, List.of("ErrorPattern"));
        rules.put(Accident.SLOW_QUERY, List.of("SlowQuery"));
        rules.put(Accident.VERY_SLOW_QUERY, List.of("SlowQuery"));
        return rules;
    }

    /** Events of the shop that were stored since. */
    long audited() {
        return events() - before;
    }

    /** Findings of the shop by rule that were made since. */
    Map<String, Long> findings() {
        Map<String, Long> since = new TreeMap<>();
        allFindings().forEach((rule, count) -> {
            long grown = count - findingsBefore.getOrDefault(rule, 0L);
            if (grown > 0) {
                since.put(rule, grown);
            }
        });
        return since;
    }

    private Map<String, Long> allFindings() {
        Map<String, Long> counts = new TreeMap<>();
        overview()
                .path("byRule")
                .properties()
                .forEach(rule -> counts.put(rule.getKey(), rule.getValue().asLong()));
        return counts;
    }

    /** What is not as it should be, for people; nothing if all is well. */
    Optional<String> fault(JsonNode ledger) {
        long executed = ledger.path("total").path("executions").asLong();
        long audited = audited();
        if (executed == 0) {
            return Optional.of("the shop executed nothing");
        }
        if (audited != executed) {
            return Optional.of("the shop executed " + executed + " statements and " + audited + " were audited");
        }
        return unfound(ledger);
    }

    private Optional<String> unfound(JsonNode ledger) {
        Map<String, Long> findings = findings();
        for (Map.Entry<Accident, List<String>> entry : RULES.entrySet()) {
            String accident = entry.getKey().label();
            if (!ledger.path("operations").has(accident)) {
                continue;
            }
            for (String rule : entry.getValue()) {
                if (findings.getOrDefault(rule, 0L) == 0) {
                    return Optional.of(
                            "the accident " + accident + " happened and the rule " + rule + " found nothing");
                }
            }
        }
        return Optional.empty();
    }

    private long events() {
        return overview().path("total").path("events").asLong();
    }

    private JsonNode overview() {
        return api.get("/statistics/overview?application=shop&" + window);
    }
}
