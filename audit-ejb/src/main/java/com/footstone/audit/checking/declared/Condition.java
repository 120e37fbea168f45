package com.footstone.audit.checking.declared;

import java.util.Map;

import com.footstone.audit.model.AnalysedEvent;

/** Something that is so of an execution, or is not. What the producer left out is never so. */
interface Condition {

    boolean holds(AnalysedEvent event);

    /** What a finding tells of it: of names and numbers, never a text. Asked only where it holds. */
    default Map<String, String> evidence(AnalysedEvent event) {
        return Map.of();
    }
}
