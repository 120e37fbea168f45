package com.footstone.audit.query;

import java.util.List;

/** The rules of the instance that answers. */
public interface RuleList {

    /** All of them, by id, whether they run or not. */
    List<RuleSummary> rules();
}
