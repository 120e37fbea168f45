package com.footstone.audit.capture.jdbc;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseSystemTest {

    @ParameterizedTest
    @CsvSource({
        "PostgreSQL,postgresql",
        "MySQL,mysql",
        "MariaDB,mariadb",
        "Oracle,oracle.db",
        "Microsoft SQL Server,microsoft.sql_server",
        "H2,h2database",
        "DB2/LINUXX8664,ibm.db2",
        "ClickHouse,clickhouse",
        "Own Make,other_sql",
        "'',"
    })
    void aProductHasOpenTelemetrysName(String product, String name) {
        assertThat(DatabaseSystem.named(product)).isEqualTo(name);
    }
}
