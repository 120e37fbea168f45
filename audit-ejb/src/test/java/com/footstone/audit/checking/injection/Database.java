package com.footstone.audit.checking.injection;

/** A kind of database, by the letter that the corpora know it by. */
enum Database {
    POSTGRESQL('p', "postgresql", "PostgreSQL"),
    MYSQL('m', "mysql", "MySQL"),
    ORACLE('o', "oracle.db", "Oracle"),
    SQL_SERVER('s', "microsoft.sql_server", "SQL Server");

    final char letter;
    final String system;
    final String title;

    Database(char letter, String system, String title) {
        this.letter = letter;
        this.system = system;
        this.title = title;
    }

    boolean isIn(String letters) {
        return letters.equals("*") || letters.indexOf(letter) >= 0;
    }
}
