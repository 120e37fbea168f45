/**
 * How a policy is written as JSON, by those who decide it and in PostgreSQL, which is the same form. Reading is strict: a
 * condition that was misspelt, or that this version does not know, must not become no condition. Faults name the field, in
 * the manner of {@code adjustments[2].where.hours.zone}, and never repeat what was given.
 *
 * <p>Keeping policies is a sink's business, applying them that of checking.
 */
package com.footstone.audit.policy;
