/**
 * Rules that others have written in Java, in jars of their own: {@code docs/adr/0016-rules-of-others.md}.
 *
 * <p>{@link com.footstone.audit.checking.foreign.RuleJars} loads them, each jar by itself; a {@code Guard} runs each of them
 * on threads apart, within a budget, thresholds and all, and switches off what goes wrong again and again; {@link
 * com.footstone.audit.checking.foreign.ForeignRules} brings those of the server's folder. What such a rule is written against
 * is {@code com.footstone.audit.rule}. Rules of the product stay out: they are trusted and run without all this.
 */
package com.footstone.audit.checking.foreign;
