package com.footstone.audit.dev.shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

import org.postgresql.ds.PGSimpleDataSource;

import com.footstone.audit.capture.SqlCapture;
import com.footstone.audit.capture.delivery.CaptureStatistics;
import com.footstone.audit.capture.settings.CaptureSettings;
import com.footstone.audit.dev.shop.ledger.LedgerJson;
import com.footstone.audit.dev.shop.ledger.LedgerReport;
import com.zaxxer.hikari.HikariDataSource;

/**
 * The shop as a program, configured by {@link ShopSettings}. Installs itself where the database is empty, works until its
 * time is over or it is told to stop (SIGTERM, Ctrl-C, the end of standard input), and then prints its ledger.
 */
public final class ShopMain {

    private static final String APPLICATION = "shop";
    private static final Duration PROGRESS = Duration.ofSeconds(5);

    /** How long the last events may take to Kafka. */
    private static final Duration DELIVERY_LIMIT = Duration.ofSeconds(10);

    /** Its messages repeat the database's, which name values. The worker reports the same failures without them. */
    private static final Logger HIBERNATE_ERRORS = Logger.getLogger("org.hibernate.engine.jdbc.spi.SqlExceptionHelper");

    private ShopMain() {}

    public static void main(String[] arguments) {
        HIBERNATE_ERRORS.setLevel(Level.OFF);
        try {
            run(ShopSettings.from(System.getenv(), System.getProperties()));
            System.exit(0);
        } catch (IllegalArgumentException e) {
            fail(e.getMessage());
        } catch (SQLException e) {
            fail("its database refused it (SQLSTATE " + e.getSQLState() + "): check SHOP_POSTGRES_URL and its user");
        } catch (IOException e) {
            fail("its ledger could not be written: check shop.ledger");
        } catch (InterruptedException e) {
            fail("it was interrupted");
        }
    }

    private static void fail(String reason) {
        System.err.println("shop: cannot go on: " + reason);
        System.exit(1);
    }

    private static void run(ShopSettings settings) throws SQLException, IOException, InterruptedException {
        CaptureSettings capturing = capture();
        PGSimpleDataSource unaudited = new PGSimpleDataSource();
        unaudited.setUrl(settings.uncapturedUrl());
        unaudited.setUser(settings.user());
        unaudited.setPassword(settings.password());
        unaudited.setApplicationName(APPLICATION);
        say("installing where the database is empty");
        Shop.install(unaudited, settings.seed());
        LedgerReport report = settings.driverCaptures()
                ? workWithCapturingDriver(settings)
                : workWithCapturedPool(settings, unaudited, capturing);
        String ledger = LedgerJson.of(report);
        System.out.println(ledger);
        if (settings.ledger().isPresent()) {
            write(ledger, settings.ledger().get());
        }
    }

    /** What the environment does not say about the capture, the shop says, for either way of capturing. */
    private static CaptureSettings capture() {
        if (System.getenv("AUDIT_APPLICATION") == null) {
            System.getProperties().putIfAbsent("audit.application", APPLICATION);
        }
        return CaptureSettings.fromProcess();
    }

    /** The way in that needs no change of the application. */
    private static LedgerReport workWithCapturingDriver(ShopSettings settings) throws InterruptedException {
        try (HikariDataSource pool = pool()) {
            pool.setJdbcUrl(settings.url());
            pool.setUsername(settings.user());
            pool.setPassword(settings.password());
            return work(settings, pool);
        }
    }

    private static LedgerReport workWithCapturedPool(
            ShopSettings settings, DataSource unaudited, CaptureSettings capturing) throws InterruptedException {
        try (SqlCapture capture = SqlCapture.start(capturing);
                HikariDataSource pool = pool()) {
            pool.setDataSource(unaudited);
            LedgerReport report = work(settings, capture.audited(pool));
            capture.flush(DELIVERY_LIMIT);
            CaptureStatistics statistics = capture.statistics();
            say(statistics.captured() + " executions captured, " + statistics.sent() + " sent, " + statistics.dropped()
                    + " dropped");
            return report;
        }
    }

    private static HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName(APPLICATION);
        pool.setMaximumPoolSize(Shop.CONNECTIONS);
        return pool;
    }

    private static LedgerReport work(ShopSettings settings, DataSource audited) throws InterruptedException {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try (Shop shop = new Shop(audited, settings.seed())) {
            StopRequest.onEach(shop::stop);
            ScheduledFuture<?> progress = clock.scheduleAtFixedRate(
                    () -> sayProgress(shop.report()), 0, PROGRESS.toSeconds(), TimeUnit.SECONDS);
            shop.run(settings.plan());
            progress.cancel(false);
            sayProgress(shop.report());
            return shop.report();
        } finally {
            clock.shutdown();
        }
    }

    private static void sayProgress(LedgerReport report) {
        long operations =
                report.operations().values().stream().mapToLong(Long::longValue).sum();
        say(operations + " transactions and accidents, " + report.total().executions() + " statements, "
                + report.total().errors() + " of them refused");
    }

    private static void say(String news) {
        System.out.println("shop: " + news);
    }

    /** Whole or not at all, for those who wait for the file. */
    private static void write(String ledger, Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(unfinished, ledger);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
