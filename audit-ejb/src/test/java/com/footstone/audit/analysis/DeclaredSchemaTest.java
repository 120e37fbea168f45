package com.footstone.audit.analysis;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.footstone.audit.model.ColumnUse;
import com.footstone.audit.model.EventId;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.Statement;

import static org.assertj.core.api.Assertions.assertThat;

/** What is known of statements of databases whose schema is declared, by DDL as the databases' own tools write it. */
class DeclaredSchemaTest {

    private static final ParserThreads THREADS = new ParserThreads(1);
    private static final SchemaFiles.Reading READING =
            SchemaFiles.ofFolder(Path.of("src/test/resources/schemas"), THREADS);
    private static final Analyser ANALYSER = new Analyser(ScenarioTest.patient(), THREADS, READING.schemas());

    @AfterAll
    static void stop() {
        THREADS.close();
    }

    @Test
    void saysWhatItLearnedAndWhatNot() {
        assertThat(READING.faults()).isEmpty();
        assertThat(READING.learned())
                .containsExactly(
                        "src/test/resources/schemas/shop.mysql.sql: 1 tables, 1 views",
                        "src/test/resources/schemas/shop.oracle.sql: 1 tables, 1 views",
                        "src/test/resources/schemas/shop.postgresql.sql: 4 tables, 4 views",
                        "src/test/resources/schemas/shop.sqlserver.sql: 1 tables, 1 views");
        assertThat(READING.notUnderstood()).containsExactly("src/test/resources/schemas/shop.postgresql.sql, line 54");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT mail FROM buyer | S:buyer.mail S:public.customer.email
            SELECT total FROM buyer WHERE mail LIKE 'a%' | F:buyer.mail F:public.customer.email S:buyer.total S:public.orders.total
            SELECT b.mail AS m FROM public.buyer b ORDER BY m | O:public.buyer.mail O:public.customer.email S:public.buyer.mail S:public.customer.email
            SELECT contact FROM top_buyer | S:public.buyer.mail S:public.customer.email S:top_buyer.contact
            SELECT address FROM both_ends | S:both_ends.address S:public.customer.email S:public.orders.note
            UPDATE everybody SET email = 'x' | A:everybody.email A:public.customer.email
            """)
    void aColumnOfAViewIsThoseThatItComesFrom(String sql, String columns) {
        assertThat(columns(analyse(sql))).isEqualTo(columns);
    }

    @Test
    void whoReadsAViewReadsTheTablesBehindIt() {
        assertThat(analyse("SELECT 1 FROM top_buyer").tablesRead())
                .containsExactly("public.buyer", "public.customer", "public.orders", "top_buyer");
    }

    @Test
    void whoChangesAViewOfOneTableChangesTheTable() {
        assertThat(analyse("DELETE FROM everybody WHERE id = 1").tablesWritten())
                .containsExactly("everybody", "public.customer");
        assertThat(analyse("DELETE FROM buyer WHERE id = 1").tablesWritten()).containsExactly("buyer");
        assertThat(analyse("DROP VIEW everybody").tablesWritten()).containsExactly("everybody");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT * FROM orders | S:orders.* S:orders.customer_id S:orders.note S:orders.order_id S:orders.total
            SELECT o.*, c.id FROM orders o JOIN customer c ON c.id = 1 | J:customer.id S:customer.id S:orders.* S:orders.customer_id S:orders.note S:orders.order_id S:orders.total
            INSERT INTO orders VALUES (1, 2, 3, 'x') | A:orders.customer_id A:orders.note A:orders.order_id A:orders.total
            SELECT note FROM (SELECT * FROM orders) x | S:orders.* S:orders.note
            WITH x AS (SELECT * FROM orders) SELECT count(*) FROM x WHERE note = 'a' | F:orders.note S:orders.*
            SELECT 1 FROM customer WHERE EXISTS (SELECT * FROM orders WHERE customer_id = id) | F:customer.id F:orders.customer_id S:orders.*
            SELECT x.b FROM (SELECT order_id, note FROM orders) AS x(a, b) | S:orders.note S:orders.order_id
            """)
    void aStarStandsForTheColumnsThatAreUsed(String sql, String columns) {
        assertThat(columns(analyse(sql))).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT email, note FROM customer JOIN orders ON customer_id = id | J:customer.id J:orders.customer_id S:customer.email S:orders.note
            SELECT email, colour FROM customer, paint | S:customer.email S:paint.colour
            SELECT colour FROM customer, orders, paint, brush | S:.colour
            SELECT reason, total FROM special_orders | S:special_orders.reason S:special_orders.total
            """)
    void aColumnWithoutAliasIsOfTheTableThatHasIt(String sql, String columns) {
        assertThat(columns(analyse(sql))).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mysql                | SELECT address FROM shop.mailing | S:customer.email S:shop.mailing.address
            mysql                | SELECT address FROM other.mailing | S:other.mailing.address
            oracle               | SELECT c.address FROM contact c | S:contact.address S:shop.customer.email
            microsoft.sql_server | SELECT Email FROM shop..Contact | S:dbo.Customer.Email S:shop..contact.email
            microsoft.sql_server | SELECT * FROM [Customer] | S:Customer.* S:Customer.Born S:Customer.Code S:Customer.Email S:Customer.Id S:Customer.Version S:Customer.Whole
            """)
    void readsTheDdlOfEveryDatabase(String dbSystem, String sql, String columns) {
        assertThat(columns(analyse(dbSystem, "Shop", sql))).isEqualTo(columns);
    }

    @Test
    void knowsWhatKindOfValuesAColumnHas() {
        Relation customer = READING.schemas().of("shop", Dialect.POSTGRESQL).relation("customer");
        assertThat(customer.columns())
                .extracting(Relation.Column::type)
                .containsExactly(
                        ColumnType.NUMBER,
                        ColumnType.TEXT,
                        ColumnType.TEXT,
                        ColumnType.TEXT,
                        ColumnType.TEXT,
                        ColumnType.NUMBER,
                        ColumnType.OTHER,
                        ColumnType.MOMENT,
                        ColumnType.BOOLEAN);
        assertThat(customer.columns()).extracting(Relation.Column::name).contains("Full Name", "key");
        assertThat(READING.schemas()
                        .of("shop", Dialect.ORACLE)
                        .relation("customer")
                        .columns())
                .extracting(Relation.Column::type)
                .containsExactly(
                        ColumnType.NUMBER,
                        ColumnType.TEXT,
                        ColumnType.TEXT,
                        ColumnType.NATIONAL_TEXT,
                        ColumnType.MOMENT,
                        ColumnType.MOMENT,
                        ColumnType.BINARY);
    }

    @Test
    void aStatementOfAnotherDatabaseIsReadByItsTextAlone() {
        Statement known = analyse("SELECT mail FROM buyer");
        Statement unknown = analyse("postgresql", "elsewhere", "SELECT mail FROM buyer");

        assertThat(columns(unknown)).isEqualTo("S:buyer.mail");
        assertThat(unknown.tablesRead()).containsExactly("buyer");
        assertThat(unknown.fingerprint()).isEqualTo(known.fingerprint());
        assertThat(columns(analyse("postgresql", null, "SELECT mail FROM buyer")))
                .isEqualTo("S:buyer.mail");
    }

    private static Statement analyse(String sql) {
        return analyse("postgresql", "shop", sql);
    }

    private static Statement analyse(String dbSystem, String database, String sql) {
        SqlEvent event = SqlEvent.builder(sql, Instant.EPOCH)
                .dbSystem(dbSystem)
                .dbName(database)
                .build();
        Statement statement =
                ANALYSER.analyse(new EventId("topic", 0, 0), event).statement();
        assertThat(statement.gaps()).isEmpty();
        return statement;
    }

    private static String columns(Statement statement) {
        List<String> uses =
                statement.columns().stream().map(DeclaredSchemaTest::text).toList();
        return String.join(" ", new TreeSet<>(uses));
    }

    private static String text(ColumnUse use) {
        return use.clause().name().charAt(0) + ":" + use.table() + "." + use.column();
    }
}
