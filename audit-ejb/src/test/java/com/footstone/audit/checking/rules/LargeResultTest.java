package com.footstone.audit.checking.rules;

class LargeResultTest extends ResultSizeRuleTest {

    LargeResultTest() {
        super(new LargeResult(), 5000);
    }
}
