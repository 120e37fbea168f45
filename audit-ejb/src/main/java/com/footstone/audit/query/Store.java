package com.footstone.audit.query;

/** What questions are put to, by the names that people know them by. */
public enum Store {
    POSTGRESQL("PostgreSQL", "postgres.url, postgres.user and postgres.password"),
    CLICKHOUSE("ClickHouse", "clickhouse.url, clickhouse.user and clickhouse.password"),
    KAFKA("Kafka", "kafka.bootstrap.servers and kafka.security.protocol");

    private final String title;
    private final String settings;

    Store(String title, String settings) {
        this.title = title;
        this.settings = settings;
    }

    /** The product's name in its own spelling. */
    public String title() {
        return title;
    }

    /** The keys that say where it is and who asks, for whoever configures the service; callers of the API have none. */
    public String settings() {
        return settings;
    }
}
