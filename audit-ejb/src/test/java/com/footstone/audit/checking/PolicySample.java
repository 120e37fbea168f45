package com.footstone.audit.checking;

import java.util.List;
import java.util.Optional;

import com.footstone.audit.model.policy.Hours;
import com.footstone.audit.model.policy.Scope;

/** Scopes of which a test names the one condition that matters to it. */
final class PolicySample {

    private PolicySample() {}

    static Scope applications(String... names) {
        return scope(List.of(names), List.of(), List.of(), Optional.empty());
    }

    static Scope tables(String... names) {
        return scope(List.of(), List.of(names), List.of(), Optional.empty());
    }

    static Scope onlyTables(String... names) {
        return scope(List.of(), List.of(), List.of(names), Optional.empty());
    }

    static Scope hours(Hours hours) {
        return scope(List.of(), List.of(), List.of(), Optional.of(hours));
    }

    private static Scope scope(
            List<String> applications, List<String> tables, List<String> onlyTables, Optional<Hours> hours) {
        return new Scope(
                List.of(), applications, List.of(), tables, onlyTables, List.of(), List.of(), List.of(), hours);
    }
}
