package com.footstone.audit.query;

import java.time.Instant;
import java.util.List;

import com.footstone.audit.model.EventId;
import com.footstone.audit.model.Exempted;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.Verdict;

/**
 * What is left of an event that was judged: enough to judge it again, but for its literals.
 *
 * @param receivedAt when its batch was claimed
 * @param event as it was reported, with redacted texts and without bound values
 * @param fingerprint of its statement
 * @param tablesRead tables that the statement reads
 * @param tablesWritten tables that it changes
 * @param verdict what was said of it
 */
public record JudgedEvent(
        EventId id,
        Instant receivedAt,
        SqlEvent event,
        String fingerprint,
        List<String> tablesRead,
        List<String> tablesWritten,
        Verdict verdict) {

    public JudgedEvent {
        tablesRead = List.copyOf(tablesRead);
        tablesWritten = List.copyOf(tablesWritten);
    }

    /** How long its texts are, of all that it holds what may be long. */
    public long characters() {
        long all = event.sql().length();
        if (event.errorMessage() != null) {
            all += event.errorMessage().length();
        }
        for (Finding finding : verdict.findings()) {
            all += characters(finding);
        }
        for (Exempted exempted : verdict.exempted()) {
            all += characters(exempted.finding());
        }
        return all;
    }

    private static long characters(Finding finding) {
        long all = finding.message().length();
        for (String value : finding.evidence().values()) {
            all += value.length();
        }
        return all;
    }

    /** Without the texts. */
    @Override
    public String toString() {
        return "JudgedEvent[" + id + "]";
    }
}
