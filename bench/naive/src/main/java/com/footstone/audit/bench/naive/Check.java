package com.footstone.audit.bench.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rules that such a service begins with: a few comparisons, and a look for words in the statement. */
final class Check {

    private static final long SLOW_MILLIS = 1_000;
    private static final long LARGE_RESULT = 5_000;
    private static final long LARGE_CHANGE = 1_000;

    private Check() {}

    static List<String> of(SqlAuditEvent event) {
        List<String> violations = new ArrayList<>();
        String sql = event.sql().toLowerCase(Locale.ROOT);
        boolean changes = sql.startsWith("update") || sql.startsWith("delete");
        if (event.executionTimeMs() > SLOW_MILLIS) {
            violations.add("SlowQuery");
        }
        if (changes && !sql.contains(" where ") && event.rowsAffected() > 0) {
            violations.add("ActualImpactNoWhere");
        }
        if (event.rowsReturned() > LARGE_RESULT) {
            violations.add("LargeResult");
        }
        if (changes && event.rowsAffected() > LARGE_CHANGE) {
            violations.add("HighImpactMutation");
        }
        if (event.errorMessage() != null) {
            violations.add("ErrorPattern");
        }
        return violations;
    }
}
