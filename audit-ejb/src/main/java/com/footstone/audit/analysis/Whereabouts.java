package com.footstone.audit.analysis;

import com.footstone.audit.model.Clause;

/**
 * Where an expression stands.
 *
 * @param indexed whether an index could serve its columns
 * @param function whether a function is made of them
 */
record Whereabouts(Scope scope, Clause clause, boolean indexed, boolean function) {

    Whereabouts(Scope scope, Clause clause) {
        this(scope, clause, clause == Clause.FILTERED || clause == Clause.JOINED, false);
    }

    Whereabouts inFunction() {
        return function ? this : new Whereabouts(scope, clause, indexed, true);
    }

    /** Whether an index would serve the column, were it not for a function. */
    boolean hidesColumn() {
        return indexed && function;
    }
}
