package com.footstone.audit.model;

import java.util.Objects;

/** An event that has been through the whole of analysis and checking, ready to be kept. */
public record AuditedEvent(AnalysedEvent analysed, Verdict verdict) {

    public AuditedEvent {
        Objects.requireNonNull(analysed, "analysed is null");
        Objects.requireNonNull(verdict, "verdict is null");
    }
}
