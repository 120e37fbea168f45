package com.footstone.audit.analysis;

import java.util.Locale;

import net.sf.jsqlparser.parser.AbstractJSqlParser;

/** How a database spells literals, comments and quoted names. */
enum Dialect {
    POSTGRESQL(AbstractJSqlParser.Dialect.POSTGRESQL),
    MYSQL(AbstractJSqlParser.Dialect.MYSQL),
    ORACLE(AbstractJSqlParser.Dialect.ORACLE),
    SQL_SERVER(AbstractJSqlParser.Dialect.SQLSERVER),
    /** Nothing is known: where dialects disagree, the reading that hides more is taken. */
    UNKNOWN(AbstractJSqlParser.Dialect.ANSI_SQL);

    final AbstractJSqlParser.Dialect parserDialect;

    Dialect(AbstractJSqlParser.Dialect parserDialect) {
        this.parserDialect = parserDialect;
    }

    /** The dialect of an OpenTelemetry {@code db.system.name}, or of the older {@code db.system}; never null. */
    static Dialect of(String dbSystem) {
        if (dbSystem == null) {
            return UNKNOWN;
        }
        return switch (dbSystem.strip().toLowerCase(Locale.ROOT)) {
            case "postgresql", "postgres", "cockroachdb", "redshift", "aws.redshift", "yugabytedb" -> POSTGRESQL;
            case "mysql", "mariadb", "tidb" -> MYSQL;
            case "oracle", "oracle.db" -> ORACLE;
            case "microsoft.sql_server", "mssql", "sqlserver" -> SQL_SERVER;
            default -> UNKNOWN;
        };
    }

    boolean in(Dialect one, Dialect other) {
        return this == one || this == other;
    }

    /** Whether a backslash escapes the next character in every string, E'…' aside. */
    boolean backslashEscapes() {
        return this == MYSQL;
    }

    boolean nestsComments() {
        return in(POSTGRESQL, SQL_SERVER);
    }

    boolean doubleQuotesAreStrings() {
        return this == MYSQL;
    }

    boolean bracketsQuoteNames() {
        return this == SQL_SERVER;
    }

    boolean alternativeQuotes() {
        return in(ORACLE, UNKNOWN);
    }
}
