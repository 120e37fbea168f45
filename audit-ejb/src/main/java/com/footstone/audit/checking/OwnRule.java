package com.footstone.audit.checking;

/** What a rule has besides that an operator added: nobody finds its page among the product's. */
public interface OwnRule {

    /** Why the rule is there, what to do, when it is wrong, as its author wrote it. */
    String page();
}
