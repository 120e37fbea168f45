package com.footstone.audit.dev.shop;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.footstone.audit.dev.shop.accident.Accident;
import com.footstone.audit.dev.shop.accident.Promise;
import com.footstone.audit.dev.shop.ledger.LedgerReport;
import com.footstone.audit.model.StatementKind;
import com.zaxxer.hikari.HikariDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a shop does follows from its seed, and its ledger agrees with the server's own log. */
class ShopRunIT {

    private static final int OPERATIONS = 400;

    private static ShopDatabase database;

    @BeforeAll
    static void startDatabase() throws Exception {
        database = new ShopDatabase();
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        database.close();
    }

    @Test
    void theSameSeedGivesTheSameLedger() throws Exception {
        LedgerReport first = run("first", 11, ShopPlan.counted(OPERATIONS, 1));
        LedgerReport second = run("second", 11, ShopPlan.counted(OPERATIONS, 1));
        LedgerReport other = run("other", 12, ShopPlan.counted(OPERATIONS, 0));

        assertThat(second).isEqualTo(first);
        assertThat(other.total()).isNotEqualTo(first.total());
        // The server writes its log a moment later.
        await().untilAsserted(() -> assertThat(database.statementsLogged("first"))
                .isEqualTo(first.total().executions()));
        assertThat(first.operations()).containsAllEntriesOf(oncePerAccident()).hasSize(7 + Accident.values().length);
        assertThat(first.errors()).isEqualTo(promisedErrors());
        assertThat(first.kinds())
                .containsOnlyKeys(
                        StatementKind.SELECT,
                        StatementKind.INSERT,
                        StatementKind.UPDATE,
                        StatementKind.DELETE,
                        StatementKind.MERGE,
                        StatementKind.CALL,
                        StatementKind.SET);
    }

    @Test
    void aTimedRunEndsWhenItsTimeIsOver() throws Exception {
        long start = System.nanoTime();
        LedgerReport report = run("timed", 13, ShopPlan.timed(Duration.ofSeconds(3), 20, Duration.ofMinutes(1)));

        // The accident that is under way at the end is not cut short.
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(30));
        assertThat(report.operations().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isBetween(1L, 3 * 20L + 10 + Accident.values().length);
    }

    private static LedgerReport run(String name, long seed, ShopPlan plan) throws Exception {
        database.install(name, seed);
        try (HikariDataSource pool = database.pool(name);
                Shop shop = new Shop(pool, seed)) {
            shop.run(plan);
            return shop.report();
        }
    }

    private static Map<String, Long> oncePerAccident() {
        return Arrays.stream(Accident.values()).collect(Collectors.toMap(Accident::label, accident -> 1L));
    }

    private static Map<String, Long> promisedErrors() {
        return Arrays.stream(Accident.values())
                .map(Accident::promise)
                .filter(Promise.Refusal.class::isInstance)
                .collect(Collectors.toMap(promise -> ((Promise.Refusal) promise).sqlState(), promise -> 1L));
    }
}
