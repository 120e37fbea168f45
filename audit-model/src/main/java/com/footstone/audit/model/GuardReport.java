package com.footstone.audit.model;

import java.util.List;
import java.util.Objects;

/**
 * What a guard inside the application found before the statement ran (wire field {@code violations}).
 *
 * @param passed whether the guard let the statement pass
 * @param riskLevel the guard's own estimate
 * @param violations each single complaint
 */
public record GuardReport(boolean passed, Severity riskLevel, List<Violation> violations) {

    public GuardReport {
        Objects.requireNonNull(riskLevel, "riskLevel is null");
        violations = Checks.copy(violations, "violations");
    }

    /**
     * One complaint. The texts come from outside and may quote the statement, so they are secret.
     *
     * @param riskLevel severity in the guard's view
     * @param message what it complains of, or empty
     * @param suggestion what it proposes, or empty
     */
    public record Violation(Severity riskLevel, String message, String suggestion) {

        public Violation {
            Objects.requireNonNull(riskLevel, "riskLevel is null");
            Objects.requireNonNull(message, "message is null");
            Objects.requireNonNull(suggestion, "suggestion is null");
        }

        @Override
        public String toString() {
            return "Violation[" + riskLevel + "]";
        }
    }
}
