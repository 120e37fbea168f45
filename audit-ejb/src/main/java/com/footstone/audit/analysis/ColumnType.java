package com.footstone.audit.analysis;

import java.util.Map;

/** What kind of values a column has, as far as it decides how a database compares them. */
enum ColumnType {
    TEXT("text"),
    /** Text in the server's national character set, which Oracle and SQL Server keep apart from other text. */
    NATIONAL_TEXT("national text"),
    NUMBER("number"),
    MOMENT("date or time"),
    BOOLEAN("boolean"),
    BINARY("binary"),
    /** Anything else, and whatever is not known. */
    OTHER("other");

    private static final Map<String, ColumnType> BY_NAME = Map.ofEntries(
            Map.entry("char", TEXT),
            Map.entry("character", TEXT),
            Map.entry("varchar", TEXT),
            Map.entry("varchar2", TEXT),
            Map.entry("text", TEXT),
            Map.entry("tinytext", TEXT),
            Map.entry("mediumtext", TEXT),
            Map.entry("longtext", TEXT),
            Map.entry("clob", TEXT),
            Map.entry("long", TEXT),
            Map.entry("citext", TEXT),
            Map.entry("bpchar", TEXT),
            Map.entry("name", TEXT),
            Map.entry("nchar", NATIONAL_TEXT),
            Map.entry("nvarchar", NATIONAL_TEXT),
            Map.entry("nvarchar2", NATIONAL_TEXT),
            Map.entry("ntext", NATIONAL_TEXT),
            Map.entry("nclob", NATIONAL_TEXT),
            Map.entry("sysname", NATIONAL_TEXT),
            Map.entry("national", NATIONAL_TEXT),
            Map.entry("int", NUMBER),
            Map.entry("integer", NUMBER),
            Map.entry("int2", NUMBER),
            Map.entry("int4", NUMBER),
            Map.entry("int8", NUMBER),
            Map.entry("tinyint", NUMBER),
            Map.entry("smallint", NUMBER),
            Map.entry("mediumint", NUMBER),
            Map.entry("bigint", NUMBER),
            Map.entry("serial", NUMBER),
            Map.entry("bigserial", NUMBER),
            Map.entry("smallserial", NUMBER),
            Map.entry("decimal", NUMBER),
            Map.entry("dec", NUMBER),
            Map.entry("numeric", NUMBER),
            Map.entry("number", NUMBER),
            Map.entry("fixed", NUMBER),
            Map.entry("float", NUMBER),
            Map.entry("float4", NUMBER),
            Map.entry("float8", NUMBER),
            Map.entry("real", NUMBER),
            Map.entry("double", NUMBER),
            Map.entry("binary_float", NUMBER),
            Map.entry("binary_double", NUMBER),
            Map.entry("money", NUMBER),
            Map.entry("smallmoney", NUMBER),
            Map.entry("year", NUMBER),
            Map.entry("date", MOMENT),
            Map.entry("time", MOMENT),
            Map.entry("timetz", MOMENT),
            Map.entry("timestamp", MOMENT),
            Map.entry("timestamptz", MOMENT),
            Map.entry("datetime", MOMENT),
            Map.entry("datetime2", MOMENT),
            Map.entry("smalldatetime", MOMENT),
            Map.entry("datetimeoffset", MOMENT),
            Map.entry("bool", BOOLEAN),
            Map.entry("boolean", BOOLEAN),
            Map.entry("bit", BOOLEAN),
            Map.entry("bytea", BINARY),
            Map.entry("binary", BINARY),
            Map.entry("varbinary", BINARY),
            Map.entry("blob", BINARY),
            Map.entry("tinyblob", BINARY),
            Map.entry("mediumblob", BINARY),
            Map.entry("longblob", BINARY),
            Map.entry("image", BINARY),
            Map.entry("raw", BINARY),
            Map.entry("rowversion", BINARY));

    private final String text;

    ColumnType(String text) {
        this.text = text;
    }

    /** In words. */
    String text() {
        return text;
    }

    boolean isText() {
        return this == TEXT || this == NATIONAL_TEXT;
    }

    /** Whether a database that compares a column of this type with a value of another one converts the column. */
    boolean isConverted(ColumnType other, Dialect dialect) {
        return switch (dialect) {
            case MYSQL -> isText() && other == NUMBER;
            case ORACLE, SQL_SERVER ->
                (isText() && (other == NUMBER || other == MOMENT)) || (this == TEXT && other == NATIONAL_TEXT);
            // They refuse to compare them.
            case POSTGRESQL, UNKNOWN -> false;
        };
    }

    /**
     * The kind of a declared type.
     *
     * @param type its first word in small letters, without schema, length and quotes
     * @param next the word after it, or an empty text
     */
    static ColumnType of(String type, String next, Dialect dialect) {
        if (type.equals("long") && next.equals("raw")) {
            return BINARY;
        }
        // SQL Server's timestamp counts changes of a row.
        if (type.equals("timestamp") && dialect == Dialect.SQL_SERVER) {
            return BINARY;
        }
        return BY_NAME.getOrDefault(type, OTHER);
    }
}
