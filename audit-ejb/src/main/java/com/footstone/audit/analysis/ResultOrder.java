package com.footstone.audit.analysis;

/**
 * Tells which brackets an ORDER BY may stand in and order the result all the same: those around the branches of a set
 * operation, and with some databases those around a query that is all there is after FROM.
 */
final class ResultOrder {

    /** Brackets around the token that are around branches. */
    private int branches;
    /** Brackets around the token that each are all of a FROM clause so far. */
    private int sources;

    /** @param depth of brackets around the token */
    void open(Lexer token, int depth, Word previous, Word beforePrevious, boolean begins) {
        if (depth == branches && (begins || combines(previous, beforePrevious))) {
            branches++;
        }
        // Oracle numbers rows in the order of the query, and SQL Server's TOP stands in it.
        boolean kept = token.dialect().in(Dialect.ORACLE, Dialect.SQL_SERVER);
        if (kept && depth == sources && previous == Word.FROM) {
            sources++;
        }
    }

    void close(int depth) {
        if (depth == branches) {
            branches--;
        }
        if (depth == sources) {
            sources--;
        }
    }

    /** Whether an ORDER BY in so many brackets orders the result. */
    boolean covers(int depth) {
        return depth <= Math.max(0, Math.max(branches, sources));
    }

    private static boolean combines(Word word, Word before) {
        Word operation = word == Word.ALL || word == Word.DISTINCT ? before : word;
        return operation == Word.UNION
                || operation == Word.INTERSECT
                || operation == Word.EXCEPT
                || operation == Word.MINUS;
    }
}
