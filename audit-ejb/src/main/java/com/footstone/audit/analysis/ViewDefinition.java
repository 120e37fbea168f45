package com.footstone.audit.analysis;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A view as it was declared.
 *
 * @param name with its schema where the declaration has it
 * @param columns names that the declaration gives its columns; empty if they have those of the query
 * @param query what it asks for
 * @param line where its declaration begins
 */
record ViewDefinition(String name, List<String> columns, String query, int line) {

    /** What WITH begins at the end of a view: CHECK OPTION and its kin. */
    private static final Set<String> OPTIONS = Set.of("check", "cascaded", "local", "read", "data", "no");

    ViewDefinition {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(query, "query is null");
        columns = List.copyOf(columns);
    }

    /** Reads on behind the word VIEW. Null if that is no name and query. */
    static ViewDefinition read(DdlCursor ddl, int line) {
        String name = ddl.qualifiedName();
        if (name == null) {
            return null;
        }
        List<String> columns = ddl.is(TokenKind.OPEN) ? ddl.names() : List.of();
        while (!ddl.atEnd() && !ddl.is(Word.AS)) {
            ddl.skipNested();
        }
        ddl.next();
        String query = ddl.rest(Word.WITH, OPTIONS);
        return query.isEmpty() ? null : new ViewDefinition(name, columns, query, line);
    }
}
