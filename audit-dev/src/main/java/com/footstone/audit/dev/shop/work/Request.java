package com.footstone.audit.dev.shop.work;

import com.footstone.audit.capture.context.AuditContext;

/** What the application says about the statements of the request that it is serving. */
public final class Request {

    private Request() {}

    /**
     * Names the statements that this thread executes from now on, such as {@code PaymentDao.record}, until another is
     * named or the request ends.
     */
    public static void statement(String statementId) {
        // Never closed: the end of the request, which opened the context around this one, takes both away.
        AuditContext.current().withStatementId(statementId).open();
    }
}
