package com.footstone.audit.checking;

import com.footstone.audit.model.Finding;

/** What a finding's evidence says of the data being sensitive: the risk score weighs it, whatever the rule. */
public final class Sensitivity {

    /** Name of the evidence that tells why data is sensitive. */
    public static final String TAGS = "tags";

    private Sensitivity() {}

    static boolean of(Finding finding) {
        return finding.evidence().containsKey(TAGS);
    }
}
