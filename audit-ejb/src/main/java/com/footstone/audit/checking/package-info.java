/**
 * Checking: every rule looks at every event of a batch, and what they say becomes one verdict an event.
 *
 * <p>{@link com.footstone.audit.checking.Judge} is the whole of it and needs no server; {@link
 * com.footstone.audit.checking.BatchChecker} is its shell. A rule is one class with one page under {@code docs/rules};
 * those of the product live in {@code rules} and are found because they are CDI beans of type {@link
 * com.footstone.audit.checking.Rule}; those that an operator adds are brought by a {@link
 * com.footstone.audit.checking.RuleSource}, and {@link com.footstone.audit.checking.RuleBook} holds them all. Rules learn
 * their limits from {@link com.footstone.audit.checking.Thresholds} only, so whoever decides what applies to whom replaces
 * those.
 *
 * <p>Reading SQL text (that is analysis) and keeping findings (that is a sink's) stay out.
 */
package com.footstone.audit.checking;
