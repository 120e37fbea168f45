package com.footstone.audit.bench.stage;

import java.util.Map;

import com.footstone.audit.dev.Database;

/**
 * The two databases of one run.
 *
 * @param name of the database in ClickHouse and of the schema in PostgreSQL
 */
public record StorePair(String name, Database clickHouse, Database postgres) {

    Map<String, String> environment() {
        return Map.of(
                "CLICKHOUSE_URL", clickHouse.url(),
                "CLICKHOUSE_USER", clickHouse.user(),
                "CLICKHOUSE_PASSWORD", clickHouse.password(),
                "POSTGRES_URL", postgres.url(),
                "POSTGRES_USER", postgres.user(),
                "POSTGRES_PASSWORD", postgres.password());
    }
}
