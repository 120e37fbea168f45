/**
 * Checking: every rule looks at every event of a batch, and what they say becomes one verdict an event.
 *
 * <p>{@link com.footstone.audit.checking.Judge} is the whole of it and needs no server; {@link
 * com.footstone.audit.checking.BatchChecker} is its shell. A rule is one class with one page under {@code docs/rules};
 * those of the product live in {@code rules}, those of others in an archive of their own, and both are found because they
 * are CDI beans of type {@link com.footstone.audit.checking.Rule}. Rules learn their limits from {@link
 * com.footstone.audit.checking.Thresholds} only, so whoever decides what applies to whom replaces those.
 *
 * <p>Reading SQL text (that is analysis) and keeping findings (that is a sink's) stay out.
 */
package com.footstone.audit.checking;
