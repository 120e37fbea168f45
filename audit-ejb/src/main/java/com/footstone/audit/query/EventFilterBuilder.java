package com.footstone.audit.query;

import java.util.List;
import java.util.Optional;

import com.footstone.audit.model.Severity;
import com.footstone.audit.model.StatementKind;

/** Collects the conditions of an {@link EventFilter}; each setter is named after the one it sets, null means none. */
public final class EventFilterBuilder {

    private TimeRange range = TimeRange.ALWAYS;
    private Severity severity;
    private String rule;
    private String fingerprint;
    private String application;
    private String tenant;
    private String user;
    private String table;
    private StatementKind kind;
    private String traceId;
    private Boolean failed;
    private List<String> words = List.of();

    EventFilterBuilder() {}

    public EventFilterBuilder range(TimeRange range) {
        this.range = range;
        return this;
    }

    public EventFilterBuilder severity(Severity severity) {
        this.severity = severity;
        return this;
    }

    public EventFilterBuilder rule(String rule) {
        this.rule = rule;
        return this;
    }

    public EventFilterBuilder fingerprint(String fingerprint) {
        this.fingerprint = fingerprint;
        return this;
    }

    public EventFilterBuilder application(String application) {
        this.application = application;
        return this;
    }

    public EventFilterBuilder tenant(String tenant) {
        this.tenant = tenant;
        return this;
    }

    public EventFilterBuilder user(String user) {
        this.user = user;
        return this;
    }

    public EventFilterBuilder table(String table) {
        this.table = table;
        return this;
    }

    public EventFilterBuilder kind(StatementKind kind) {
        this.kind = kind;
        return this;
    }

    public EventFilterBuilder traceId(String traceId) {
        this.traceId = traceId;
        return this;
    }

    public EventFilterBuilder failed(Boolean failed) {
        this.failed = failed;
        return this;
    }

    public EventFilterBuilder words(List<String> words) {
        this.words = words;
        return this;
    }

    /**
     * The filter.
     *
     * @throws com.footstone.audit.model.InvalidValueException if a condition is out of bounds
     */
    public EventFilter build() {
        return new EventFilter(
                range,
                Optional.ofNullable(severity),
                Optional.ofNullable(rule),
                Optional.ofNullable(fingerprint),
                Optional.ofNullable(application),
                Optional.ofNullable(tenant),
                Optional.ofNullable(user),
                Optional.ofNullable(table),
                Optional.ofNullable(kind),
                Optional.ofNullable(traceId),
                Optional.ofNullable(failed),
                words);
    }
}
