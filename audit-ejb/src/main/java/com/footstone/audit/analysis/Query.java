package com.footstone.audit.analysis;

/** One SELECT of a text, or a statement that is none, as far as its tokens tell. */
final class Query {

    /** Number of its statement in the text. */
    final int statement;

    /** Number of its first token. */
    final int begin;

    /** How many brackets are around it. */
    final int depth;

    /** Whether it follows a UNION. */
    final boolean branch;

    /** Whether something before the UNION orders or limits rows, without brackets around. */
    boolean afterOrder;

    /** Items that are selected; {@link #countable} tells whether that is the number of columns. */
    int items = 1;

    boolean countable = true;
    boolean hasFrom;
    /** Whether it reads a table that is neither the database's catalogue nor empty. */
    boolean data;

    /** Tables of the catalogue that it reads. */
    int catalogueTables;

    /** The query before the UNION that it follows, or null. */
    Query partner;

    Query(int statement, int begin, int depth, boolean branch) {
        this.statement = statement;
        this.begin = begin;
        this.depth = depth;
        this.branch = branch;
    }
}
