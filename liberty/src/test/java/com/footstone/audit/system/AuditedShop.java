package com.footstone.audit.system;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

import org.postgresql.ds.PGSimpleDataSource;

import com.footstone.audit.capture.SqlCapture;
import com.footstone.audit.capture.settings.CaptureSettings;
import com.footstone.audit.dev.Addresses;
import com.footstone.audit.dev.Database;
import com.footstone.audit.dev.shop.Shop;
import com.footstone.audit.dev.shop.ShopPlan;
import com.footstone.audit.dev.shop.ledger.LedgerReport;
import com.zaxxer.hikari.HikariDataSource;

/**
 * A day of the shop that is over.
 *
 * @param application the name it was audited under, no other shop's
 * @param ledger what it truly executed
 */
record AuditedShop(String application, LedgerReport ledger) {

    private static final long SEED = 5;
    private static final Duration DELIVERY_LIMIT = Duration.ofSeconds(30);

    /** Has the shop work through a plan, and returns when Kafka has all of its events. */
    static AuditedShop work(Addresses addresses, ShopPlan plan) throws SQLException, InterruptedException {
        String application = "shop-" + UUID.randomUUID();
        PGSimpleDataSource unaudited = dataSource(addresses.shop());
        Shop.install(unaudited, SEED);
        CaptureSettings settings = CaptureSettings.builder(application, addresses.kafkaBootstrapServers())
                .captureParameters(true)
                .build();
        try (SqlCapture capture = SqlCapture.start(settings);
                HikariDataSource pool = pool(unaudited);
                Shop shop = new Shop(capture.audited(pool), SEED)) {
            shop.run(plan);
            if (!capture.flush(DELIVERY_LIMIT) || capture.statistics().dropped() > 0) {
                throw new IllegalStateException("The capture did not deliver everything: " + capture.statistics());
            }
            return new AuditedShop(application, shop.report());
        }
    }

    private static PGSimpleDataSource dataSource(Database database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database.url());
        dataSource.setUser(database.user());
        dataSource.setPassword(database.password());
        return dataSource;
    }

    private static HikariDataSource pool(PGSimpleDataSource unaudited) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(unaudited);
        pool.setMaximumPoolSize(Shop.CONNECTIONS);
        return pool;
    }
}
