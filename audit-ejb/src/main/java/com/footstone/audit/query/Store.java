package com.footstone.audit.query;

/** The two stores, by the names that people know them by. */
public enum Store {
    POSTGRESQL("PostgreSQL"),
    CLICKHOUSE("ClickHouse");

    private final String title;

    Store(String title) {
        this.title = title;
    }

    /** The product's name in its own spelling. */
    public String title() {
        return title;
    }
}
