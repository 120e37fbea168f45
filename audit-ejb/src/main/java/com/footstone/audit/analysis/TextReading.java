package com.footstone.audit.analysis;

import java.util.List;

import com.footstone.audit.model.Presence;
import com.footstone.audit.model.StatementKind;
import com.footstone.audit.model.TextTraits;

/**
 * What the tokens of one text tell, without its literals.
 *
 * @param fingerprint 32 lower-case hex digits
 * @param normalizedSql cut to its bound
 * @param redactedSql cut to its bound
 * @param kind of the statement; of several, of the one that matters most
 * @param where of it, as far as tokens tell; of several, of the first that changes rows, or else of the first query
 * @param rowLimit likewise
 * @param offset rows it skips, or null
 * @param limit rows it asks for, or null
 * @param statements how many statements the text holds
 * @param depth deepest nesting of brackets and CASE
 * @param normalizedLength length of the normalized text before it was cut
 * @param opaqueFrom where the text stops being readable, or its length
 * @param gaps what could not be read of the text
 * @param traits what is of note in it
 */
record TextReading(
        String fingerprint,
        String normalizedSql,
        String redactedSql,
        StatementKind kind,
        Presence where,
        Presence rowLimit,
        RowCount offset,
        RowCount limit,
        int statements,
        int depth,
        int normalizedLength,
        int opaqueFrom,
        List<String> gaps,
        TextTraits traits) {}
