/**
 * Whether everything arrived: which numbers of its sequence each producer sent, which are missing, what it says it
 * dropped, and when it fell silent, in PostgreSQL.
 *
 * <p>What a batch says is kept in the transaction that keeps the batch ({@link
 * com.footstone.audit.sink.completeness.ProducerStore}); what is missing is judged afterwards ({@link
 * com.footstone.audit.sink.completeness.ProducerJudge}), as told in {@code docs/adr/0009-completeness.md}. The decisions
 * are in classes that need no server: {@code GapSearch}, {@code GapFill}, {@code GapLimit}. When to judge is the
 * intake's business, and questions are answered by {@code query}.
 */
package com.footstone.audit.sink.completeness;
