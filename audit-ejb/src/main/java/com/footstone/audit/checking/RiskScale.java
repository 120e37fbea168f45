package com.footstone.audit.checking;

import java.util.ArrayList;
import java.util.List;

import com.footstone.audit.model.Finding;
import com.footstone.audit.model.RiskScore;
import com.footstone.audit.model.RiskScore.Part;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.SqlEvent;

/**
 * Turns findings into a risk of 0 to 100.
 *
 * <p>Severity gives most points, and a step of severity more than confidence can take away. The other parts are maxima or
 * counts over all findings, or are about who did it and where, so one more finding, a worse one or a larger excess never
 * lowers the score.
 */
final class RiskScale {

    private static final int MAX_IMPACT = 15;
    private static final int POINTS_PER_DECADE = 5;
    private static final int MAX_CONFIDENCE = 5;
    private static final int MAX_BREADTH = 5;
    private static final int SENSITIVE_DATA = 5;
    private static final int PRIVILEGED_ACTOR = 5;
    private static final int CRITICAL_ENVIRONMENT = 5;

    private final RiskSettings settings;

    RiskScale(RiskSettings settings) {
        this.settings = settings;
    }

    /**
     * The risk of an execution.
     *
     * @param findings worst first
     * @param confidence of the worst finding, 0 to 100
     */
    RiskScore score(List<Finding> findings, int confidence, SqlEvent event) {
        if (findings.isEmpty()) {
            return RiskScore.NONE;
        }
        List<Part> parts = new ArrayList<>();
        add(parts, "severity", points(findings.get(0).severity()));
        add(parts, "impact", findings.stream().mapToInt(RiskScale::impact).max().orElse(0));
        add(parts, "confidence", confidence * MAX_CONFIDENCE / 100);
        add(parts, "breadth", Math.min(MAX_BREADTH, findings.size() - 1));
        add(parts, "sensitivity", findings.stream().anyMatch(Sensitivity::of) ? SENSITIVE_DATA : 0);
        add(parts, "actor", privileged(event.dbUser()) ? PRIVILEGED_ACTOR : 0);
        add(parts, "environment", critical(event.dbName()) ? CRITICAL_ENVIRONMENT : 0);
        parts.sort((a, b) -> Integer.compare(b.points(), a.points()));
        return RiskScore.of(parts);
    }

    private static void add(List<Part> parts, String name, int points) {
        if (points > 0) {
            parts.add(new Part(name, points));
        }
    }

    /** MySQL tells a user with the host that the user comes from. */
    private boolean privileged(String user) {
        if (user == null) {
            return false;
        }
        int host = user.indexOf('@');
        return anywhere(settings.privilegedUsers(), host < 0 ? user : user.substring(0, host));
    }

    private boolean critical(String database) {
        return database != null && anywhere(settings.criticalDatabases(), database);
    }

    /** In the name of a user or a database a dot may set a domain apart, or nothing. */
    private static boolean anywhere(NamePatterns patterns, String name) {
        return patterns.has(name) || patterns.hasWhole(name);
    }

    private static int points(Severity severity) {
        return switch (severity) {
            case SAFE -> 0;
            case LOW -> 10;
            case MEDIUM -> 30;
            case HIGH -> 55;
            case CRITICAL -> 75;
        };
    }

    /** One point for being over the threshold at all, five more for each power of ten. */
    private static int impact(Finding finding) {
        double ratio = Excess.of(finding).map(Excess::ratio).orElse(0.0);
        return ratio <= 1 ? 0 : Math.min(MAX_IMPACT, 1 + (int) (POINTS_PER_DECADE * Math.log10(ratio)));
    }
}
