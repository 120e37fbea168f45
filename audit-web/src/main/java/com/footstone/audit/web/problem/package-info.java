/**
 * The shape of every refusal and failure, RFC 9457. Nothing of the inside gets out: no stack trace, no SQL, no driver's
 * words; the id leads to the line in the log, which keeps to the same rule.
 */
package com.footstone.audit.web.problem;
