package com.footstone.audit.analysis;

/** Names of the databases' own tables: of tables, columns, users, and what the server is. */
final class Catalogue {

    private static final NameSet SCHEMAS = NameSet.of("information_schema", "pg_catalog", "performance_schema", "sys");

    private static final NameSet TABLES = NameSet.of(
            "pg_shadow",
            "pg_authid",
            "pg_user",
            "pg_roles",
            "pg_class",
            "pg_tables",
            "pg_attribute",
            "pg_database",
            "pg_namespace",
            "pg_proc",
            "sysobjects",
            "syscolumns",
            "sysusers",
            "syslogins",
            "sysdatabases",
            "systypes",
            "all_tables",
            "all_tab_columns",
            "all_objects",
            "all_users",
            "user_tables",
            "user_tab_columns",
            "user_objects",
            "dba_tables",
            "dba_tab_columns",
            "dba_users",
            "dba_objects",
            "sqlite_master",
            "v$version",
            "v$instance",
            "v$database",
            "v$session");

    /** Tables of MySQL's own schema, whose name alone tells nothing. */
    private static final NameSet OF_MYSQL =
            NameSet.of("user", "db", "innodb_table_stats", "innodb_index_stats", "tables_priv");

    private static final NameSet MYSQL = NameSet.of("mysql");

    private Catalogue() {}

    /** Whether the name that begins with a token is one of them. */
    static boolean isTable(CodeTokens tokens, int first) {
        if (tokens.isOf(first, MYSQL) && tokens.is(first + 1, TokenKind.DOT)) {
            return tokens.isOf(first + 2, OF_MYSQL);
        }
        int i = first;
        while (tokens.is(i + 1, TokenKind.DOT) || tokens.is(i, TokenKind.DOT)) {
            if (tokens.isOf(i, SCHEMAS)) {
                return true;
            }
            i++;
        }
        return tokens.isOf(i, TABLES);
    }

    /** Whether a name begins one of them, at a glance. */
    static boolean mayBeginTable(Lexer token) {
        CharSequence text = token.text();
        return SCHEMAS.has(text, token.start(), token.end())
                || TABLES.has(text, token.start(), token.end())
                || MYSQL.has(text, token.start(), token.end());
    }
}
