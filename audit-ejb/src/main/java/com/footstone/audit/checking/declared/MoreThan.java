package com.footstone.audit.checking.declared;

import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;

import com.footstone.audit.checking.Excess;
import com.footstone.audit.model.AnalysedEvent;

/**
 * A number of the event is above a limit. A number that is not known is -1 and above none.
 *
 * @param unit what is counted, for the evidence
 * @param limit from 0
 */
record MoreThan(String unit, long limit, ToLongFunction<AnalysedEvent> number) implements Condition {

    MoreThan {
        Objects.requireNonNull(unit, "unit is null");
        Objects.requireNonNull(number, "number is null");
    }

    @Override
    public boolean holds(AnalysedEvent event) {
        return number.applyAsLong(event) > limit;
    }

    @Override
    public Map<String, String> evidence(AnalysedEvent event) {
        return new Excess(unit, number.applyAsLong(event), limit).evidence();
    }
}
