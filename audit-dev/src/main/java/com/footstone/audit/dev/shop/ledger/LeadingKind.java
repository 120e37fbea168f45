package com.footstone.audit.dev.shop.ledger;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.footstone.audit.model.StatementKind;

/**
 * Tells the kind of a statement of the shop from the word that it begins with. Enough for the shop's own statements,
 * which have no leading comments and no queries that change rows; it is not a lexer.
 */
final class LeadingKind {

    private static final Pattern FIRST_WORD = Pattern.compile("\\w+");
    private static final Set<String> ALSO_SELECT = Set.of("WITH", "VALUES", "TABLE");
    private static final Set<String> DDL = Set.of("CREATE", "ALTER", "DROP", "TRUNCATE", "COMMENT");
    private static final Set<String> TCL = Set.of("BEGIN", "START", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE");
    private static final Set<StatementKind> NAMED_AS_WRITTEN = Set.of(
            StatementKind.SELECT,
            StatementKind.INSERT,
            StatementKind.UPDATE,
            StatementKind.DELETE,
            StatementKind.MERGE,
            StatementKind.CALL,
            StatementKind.SET,
            StatementKind.EXPLAIN,
            StatementKind.COPY);

    private LeadingKind() {}

    static StatementKind of(String sql) {
        Matcher matcher = FIRST_WORD.matcher(sql);
        String word = matcher.find() ? matcher.group().toUpperCase(Locale.ROOT) : "";
        if (ALSO_SELECT.contains(word)) {
            return StatementKind.SELECT;
        }
        if (DDL.contains(word)) {
            return StatementKind.DDL;
        }
        if (TCL.contains(word)) {
            return StatementKind.TCL;
        }
        return NAMED_AS_WRITTEN.stream()
                .filter(kind -> kind.name().equals(word))
                .findFirst()
                .orElse(StatementKind.OTHER);
    }
}
