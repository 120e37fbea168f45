package com.footstone.audit.analysis;

/** The keywords that analysis reacts to. All other words are names to it. */
enum Word {
    // Verbs that begin a statement.
    SELECT(true),
    INSERT(false),
    UPDATE(false),
    DELETE(false),
    MERGE(false),
    REPLACE(false),
    UPSERT(false),
    WITH(false),
    VALUES(true),
    TABLE(false),
    CREATE(false),
    ALTER(false),
    DROP(false),
    TRUNCATE(false),
    COMMENT(false),
    RENAME(false),
    GRANT(false),
    REVOKE(false),
    DENY(false),
    BEGIN(false),
    START(false),
    COMMIT(false),
    ROLLBACK(false),
    SAVEPOINT(false),
    RELEASE(false),
    ABORT(false),
    END(false),
    SAVE(false),
    XA(false),
    CALL(false),
    EXEC(false),
    EXECUTE(false),
    DO(false),
    DECLARE(false),
    SET(true),
    RESET(false),
    EXPLAIN(false),
    DESCRIBE(false),
    DESC(false),
    COPY(false),
    LOAD(false),
    UNLOAD(false),
    BULK(false),
    ANALYZE(false),
    ANALYSE(false),
    LOCK(false),
    UNLOCK(false),
    VACUUM(false),
    SHOW(false),
    FETCH(false),
    CLOSE(false),
    OPEN(false),
    MOVE(false),
    LISTEN(false),
    NOTIFY(false),
    UNLISTEN(false),
    DISCARD(false),
    DEALLOCATE(false),
    PREPARE(false),
    CLUSTER(false),
    REFRESH(false),
    REINDEX(false),
    KILL(false),
    FLUSH(false),
    OPTIMIZE(false),
    CHECK(false),
    CHECKPOINT(false),
    PRAGMA(false),
    HANDLER(false),
    PURGE(false),
    PRINT(false),
    DBCC(false),
    USE(false),
    REPAIR(false),
    IF(false),
    WHILE(true),
    RETURN(true),
    WAITFOR(false),
    IMPORT(false),
    ATTACH(false),
    DETACH(false),
    SECURITY(false),
    // Words inside statements.
    FROM(true),
    WHERE(true),
    JOIN(false),
    INTO(false),
    USING(false),
    ON(true),
    AND(true),
    OR(true),
    NOT(true),
    IN(true),
    LIKE(true),
    ILIKE(true),
    BETWEEN(true),
    IS(true),
    AS(false),
    CASE(true),
    WHEN(true),
    THEN(true),
    ELSE(true),
    BY(true),
    GROUP(false),
    ORDER(false),
    HAVING(true),
    UNION(false),
    EXCEPT(false),
    INTERSECT(false),
    MINUS(false),
    ALL(false),
    ANY(false),
    SOME(false),
    EXISTS(false),
    DISTINCT(true),
    LIMIT(true),
    OFFSET(true),
    TOP(true),
    FIRST(true),
    NEXT(true),
    ROW(false),
    ROWS(false),
    ONLY(false),
    PERCENT(false),
    ROWNUM(false),
    ESCAPE(true),
    INTERVAL(true),
    DATE(true),
    TIME(true),
    TIMESTAMP(true),
    ARRAY(false),
    NULL(false),
    TRUE(false),
    FALSE(false),
    RETURNING(true),
    OUTPUT(true),
    INNER(false),
    LEFT(false),
    RIGHT(false),
    FULL(false),
    CROSS(false),
    OUTER(false),
    NATURAL(false),
    LATERAL(false),
    OVER(false),
    PARTITION(false),
    FOR(false),
    TRANSACTION(false),
    TRAN(false),
    WORK(false),
    ISOLATION(false),
    READ(false),
    DEFERRABLE(false),
    DEFERRED(false),
    IMMEDIATE(false),
    EXCLUSIVE(false),
    FUNCTION(false),
    PROCEDURE(false),
    TRIGGER(false),
    PACKAGE(false),
    CURSOR(false),
    DEFAULT(false),
    DUPLICATE(false),
    KEY(false),
    OUTFILE(false),
    DUMPFILE(false),
    COLLATE(false);

    private static final int LONGEST = 11;
    private static final int SLOTS = 1024;
    private static final Word[] TABLE_BY_HASH = new Word[SLOTS];

    static {
        for (Word word : values()) {
            int slot = hash(word.name(), 0, word.name().length());
            while (TABLE_BY_HASH[slot] != null) {
                slot = (slot + 1) % SLOTS;
            }
            TABLE_BY_HASH[slot] = word;
        }
    }

    /** Whether an operand comes next, so that a sign after the word belongs to a number. */
    final boolean expectsOperand;

    Word(boolean expectsOperand) {
        this.expectsOperand = expectsOperand;
    }

    /** Whether the word can stand where a value stands. */
    boolean mayBeValue() {
        return this == NULL || this == TRUE || this == FALSE;
    }

    /** The keyword that a part of a text spells in any case, or null. Allocates nothing. */
    static Word at(CharSequence text, int start, int end) {
        if (end - start > LONGEST || end == start) {
            return null;
        }
        int slot = hash(text, start, end);
        for (Word word = TABLE_BY_HASH[slot]; word != null; word = TABLE_BY_HASH[slot]) {
            if (word.spelledBy(text, start, end)) {
                return word;
            }
            slot = (slot + 1) % SLOTS;
        }
        return null;
    }

    private boolean spelledBy(CharSequence text, int start, int end) {
        if (name().length() != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (upper(text.charAt(i)) != name().charAt(i - start)) {
                return false;
            }
        }
        return true;
    }

    private static int hash(CharSequence text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + upper(text.charAt(i));
        }
        return (hash & 0x7fffffff) % SLOTS;
    }

    private static char upper(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
    }
}
