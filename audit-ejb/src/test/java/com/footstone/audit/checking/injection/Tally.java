package com.footstone.audit.checking.injection;

import java.util.Locale;

import com.footstone.audit.model.Finding;
import com.footstone.audit.model.Severity;

/** How many statements there were, and on how many the rule found something. */
final class Tally {

    private int all;
    private int found;
    private int critical;

    void add(Finding finding) {
        all++;
        found += finding == null ? 0 : 1;
        critical += finding != null && finding.severity() == Severity.CRITICAL ? 1 : 0;
    }

    int all() {
        return all;
    }

    int found() {
        return found;
    }

    int critical() {
        return critical;
    }

    /** Of a hundred. */
    String percent() {
        return all == 0 ? "" : String.format(Locale.ROOT, "%.1f", 100.0 * found / all);
    }

    static String perTenThousand(int count, int all) {
        return String.format(Locale.ROOT, "%.1f", 10_000.0 * count / all);
    }
}
