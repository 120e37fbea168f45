package com.footstone.audit.query;

/** What questions are put to, by the names that people know them by. */
public enum Store {
    POSTGRESQL("PostgreSQL"),
    CLICKHOUSE("ClickHouse"),
    KAFKA("Kafka");

    private final String title;

    Store(String title) {
        this.title = title;
    }

    /** The product's name in its own spelling. */
    public String title() {
        return title;
    }
}
