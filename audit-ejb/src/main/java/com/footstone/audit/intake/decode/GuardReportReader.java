package com.footstone.audit.intake.decode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.footstone.audit.model.GuardReport;
import com.footstone.audit.model.GuardReport.Violation;
import com.footstone.audit.model.Severity;

/**
 * Reads what a producer's own guard found. A complaint whose level is absent or not known is read as MEDIUM, because a
 * complaint is never harmless. A report without a known level has that of its worst complaint; if it has none either, it
 * is SAFE when it passed and MEDIUM when not. A report that does not say whether it passed did so if it complains of
 * nothing.
 */
final class GuardReportReader {

    /** Complaints past this many are left out: they are no more use, and an empty one costs its sender two bytes. */
    static final int MAX_VIOLATIONS = 1000;

    private static final String PASSED = "passed";
    private static final String RISK_LEVEL = "riskLevel";
    private static final String VIOLATIONS = "violations";
    private static final String MESSAGE = "message";
    private static final String SUGGESTION = "suggestion";
    private static final String DETAILS = "details";
    private static final List<String> REPORT = List.of(PASSED, RISK_LEVEL, VIOLATIONS, DETAILS);
    private static final List<String> VIOLATION = List.of(RISK_LEVEL, MESSAGE, SUGGESTION);
    private static final Severity[] SEVERITIES = Severity.values();

    private final JsonParser in;
    private final Unknowns unknowns;

    GuardReportReader(JsonParser in, Unknowns unknowns) {
        this.in = in;
        this.unknowns = unknowns;
    }

    /** The report, or {@code null} for its absence. */
    GuardReport read() throws IOException, Rejection {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        requireObject("violations");
        Boolean passed = null;
        Severity level = null;
        List<Violation> complaints = List.of();
        int seen = 0;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            seen = unseen(REPORT, name, seen, "violations");
            in.nextToken();
            switch (name) {
                case PASSED -> passed = flag();
                case RISK_LEVEL -> level = severity("violations.riskLevel");
                case VIOLATIONS -> complaints = complaints();
                default -> in.skipChildren();
            }
        }
        if (level == null) {
            level = levelOf(complaints, passed);
        }
        return new GuardReport(passed == null ? complaints.isEmpty() : passed, level, complaints);
    }

    private static Severity levelOf(List<Violation> complaints, Boolean passed) {
        Severity floor = Boolean.FALSE.equals(passed) && complaints.isEmpty() ? Severity.MEDIUM : Severity.SAFE;
        return complaints.stream().map(Violation::riskLevel).reduce(floor, Severity::max);
    }

    private List<Violation> complaints() throws IOException, Rejection {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            return List.of();
        }
        if (in.currentToken() != JsonToken.START_ARRAY) {
            throw JsonValue.wrongType(in, "violations.violations", "an array");
        }
        List<Violation> complaints = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (complaints.size() < MAX_VIOLATIONS) {
                complaints.add(complaint());
            } else {
                in.skipChildren();
            }
        }
        return complaints;
    }

    private Violation complaint() throws IOException, Rejection {
        requireObject("violations.violations[]");
        Severity level = null;
        String message = null;
        String suggestion = null;
        int seen = 0;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            seen = unseen(VIOLATION, name, seen, "violations.violations[]");
            in.nextToken();
            switch (name) {
                case RISK_LEVEL -> level = severity("violations.violations[].riskLevel");
                case MESSAGE -> message = JsonValue.lines(in, "violations.violations[].message");
                case SUGGESTION -> suggestion = JsonValue.lines(in, "violations.violations[].suggestion");
                default -> in.skipChildren();
            }
        }
        return new Violation(level == null ? Severity.MEDIUM : level, orEmpty(message), orEmpty(suggestion));
    }

    private Boolean flag() throws IOException, Rejection {
        return in.currentToken() == JsonToken.VALUE_NULL ? null : JsonValue.flag(in, "violations.passed");
    }

    /** A level, or {@code null} if it is absent or not known. */
    private Severity severity(String field) throws IOException, Rejection {
        String name = JsonValue.text(in, field);
        return name == null ? null : unknowns.constant(SEVERITIES, name, null);
    }

    /** Adds a name to the set of those seen. */
    private int unseen(List<String> known, String name, int seen, String parent) throws Rejection {
        int index = known.indexOf(name);
        if (index < 0) {
            unknowns.fields++;
            return seen;
        }
        int bit = 1 << index;
        if ((seen & bit) != 0) {
            throw new Rejection(Reason.DUPLICATE_FIELD, parent + "." + known.get(index) + " is given twice");
        }
        return seen | bit;
    }

    private void requireObject(String field) throws Rejection {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw JsonValue.wrongType(in, field, "an object");
        }
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
