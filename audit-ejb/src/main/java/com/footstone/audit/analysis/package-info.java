/**
 * From an event to what its statement is: fingerprint, redacted text, kind, tables, columns, clauses. Pure classes on
 * strings and records; nothing here judges a statement (that is checking), stores it, or knows a server, save for one
 * thin bean that hands the server's threads and settings to {@link com.footstone.audit.analysis.Analyser}.
 *
 * <p>Two readings of a text. The lexer's is linear, never fails and decides everything that secrecy rests on. The
 * parser's adds structure, runs once per fingerprint within a budget, and may be missing: then the statement says so.
 */
package com.footstone.audit.analysis;
