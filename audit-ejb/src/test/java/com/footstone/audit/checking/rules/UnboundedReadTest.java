package com.footstone.audit.checking.rules;

class UnboundedReadTest extends ResultSizeRuleTest {

    UnboundedReadTest() {
        super(new UnboundedRead(), 10000);
    }
}
