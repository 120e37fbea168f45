/**
 * What a rule in a jar of its own is written against, with {@code com.footstone.audit.model}: {@code
 * docs/rules/own-rules.md} is the tutorial.
 *
 * <p>{@link com.footstone.audit.rule.AuditRule} is the one thing to implement. Everything here is a promise: methods may be
 * added with a default, nothing is taken away or means something else without a new major version. How rules are run stays
 * out, and so does everything that needs more than the JDK and the model.
 */
package com.footstone.audit.rule;
