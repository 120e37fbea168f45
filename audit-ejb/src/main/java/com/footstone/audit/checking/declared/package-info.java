/**
 * Rules that are written in YAML by people who do not write Java: {@code docs/rules/own-rules.md} has the format.
 *
 * <p>{@link com.footstone.audit.checking.declared.RuleFiles} reads them, {@link
 * com.footstone.audit.checking.declared.DeclaredRule} is one of them, and {@link
 * com.footstone.audit.checking.declared.DeclaredRules} brings those of the server's configuration. Their conditions end,
 * whatever the event, so they run like the product's own. Rules in Java stay out.
 */
package com.footstone.audit.checking.declared;
