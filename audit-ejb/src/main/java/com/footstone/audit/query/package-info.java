/**
 * Answers what is asked of the two stores, and of the pipeline's state. All reads go through here; what is not asked for
 * from outside (positions, locks, schema versions) belongs to those who keep it.
 *
 * <p>What is asked is a filter, what comes back are projections: records of their own, no entities. The question becomes
 * SQL text and bound values in classes that need no server ({@code EventSql}, {@code FindingSql}, {@code OverviewSql}); a
 * value from outside never becomes part of the text. Every answer is bounded in rows and in time. How an answer looks on
 * the wire and who may have it is the door's business.
 *
 * <p>What only the intake can answer or do is an interface here ({@code PipelineStatus}, {@code DeadLetters}, {@code
 * RuleList}), which the intake implements and the door asks.
 */
package com.footstone.audit.query;
