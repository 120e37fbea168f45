package com.footstone.audit.dev.shop;

import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.footstone.audit.dev.shop.accident.Accident;
import com.footstone.audit.dev.shop.accident.Promise;
import com.footstone.audit.dev.shop.ledger.LedgerReport;
import com.footstone.audit.model.StatementKind;
import com.zaxxer.hikari.HikariDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each accident truly happens, and the ledger tells it. */
class ShopAccidentsIT {

    private static final long SEED = 7;

    private static ShopDatabase database;
    private static HikariDataSource pool;
    private static Shop shop;

    @BeforeAll
    static void openShop() throws Exception {
        database = new ShopDatabase();
        database.install("accidents", SEED);
        pool = database.pool("accidents");
        shop = new Shop(pool, SEED);
    }

    @AfterAll
    static void closeShop() throws Exception {
        shop.close();
        pool.close();
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyAccidentKeepsItsPromise(Accident accident) throws Exception {
        LedgerReport report = cause(accident);

        assertThat(report.operations()).isEqualTo(Map.of(accident.label(), 1L));
        assertThat(report.errors())
                .isEqualTo(
                        accident.promise() instanceof Promise.Refusal refusal
                                ? Map.of(refusal.sqlState(), 1L)
                                : Map.of());
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SLOW_QUERY", "VERY_SLOW_QUERY"})
    void whatChangesDataOrFailsHappensTheSameWayAgain(Accident accident) throws Exception {
        assertThat(cause(accident)).isEqualTo(cause(accident));
    }

    @Test
    void nPlusOneRunsAQueryForEachOrder() throws Exception {
        assertThat(cause(Accident.N_PLUS_ONE).of(StatementKind.SELECT).executions())
                .isEqualTo(46);
    }

    @Test
    void rowsReadAreCountedAsTheyAreRead() throws Exception {
        assertThat(cause(Accident.REPORT_WITHOUT_LIMIT).total().rowsReturned()).isEqualTo(15_000);
        assertThat(cause(Accident.LARGE_RESULT).total().rowsReturned()).isEqualTo(7_500);
        assertThat(cause(Accident.DEEP_PAGINATION).total().rowsReturned()).isEqualTo(50);
    }

    @Test
    void rowsChangedAreCountedByKind() throws Exception {
        assertThat(cause(Accident.MASS_UPDATE).of(StatementKind.UPDATE).rowsAffected())
                .isEqualTo(2_400);
        assertThat(cause(Accident.HUGE_UPDATE).of(StatementKind.UPDATE).rowsAffected())
                .isEqualTo(12_000);
        assertThat(cause(Accident.UPDATE_WITHOUT_WHERE).of(StatementKind.UPDATE).rowsAffected())
                .isEqualTo(250);
        LedgerReport deletion = cause(Accident.DELETE_WITHOUT_WHERE);
        assertThat(deletion.of(StatementKind.DELETE).rowsAffected()).isEqualTo(250);
        assertThat(deletion.of(StatementKind.INSERT).rowsAffected()).isEqualTo(250);
    }

    private static LedgerReport cause(Accident accident) throws Exception {
        LedgerReport before = shop.report();
        shop.cause(accident);
        return shop.report().since(before);
    }
}
