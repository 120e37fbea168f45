package com.footstone.audit.dev.shop.accident;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

import com.footstone.audit.dev.shop.work.Assortment;
import com.footstone.audit.dev.shop.work.Desk;

/** Statements that the database refuses, or takes too long for. */
final class FailureAccidents {

    private static final long NEW_CUSTOMER = 1_000_000;

    private FailureAccidents() {}

    /** FORM is taken for a column's name, and what follows makes no sense. */
    static long syntaxError(Desk desk) throws SQLException {
        desk.jdbc(session -> session.plainQuery(
                "ProductDao.cheapest", "select sku, name form product where price < 10", row -> row.getString(1)));
        return 0;
    }

    static long uniqueViolation(Desk desk) throws SQLException {
        desk.jdbc(session -> session.update(
                "CustomerDao.register",
                "insert into customer (id, warehouse_id, first_name, last_name, email, balance) values (?, ?, ?, ?, ?, ?)",
                NEW_CUSTOMER,
                desk.warehouse(),
                "Ada",
                "Berg",
                Assortment.email(desk.warehouse(), 0),
                BigDecimal.ZERO));
        return 0;
    }

    static long slowQuery(Desk desk) throws SQLException {
        return forecast(desk, 1.25);
    }

    static long verySlowQuery(Desk desk) throws SQLException {
        return forecast(desk, 5.25);
    }

    private static long forecast(Desk desk, double seconds) throws SQLException {
        AtomicLong rows = new AtomicLong();
        desk.jdbc(session -> rows.set(session.query(
                        "ForecastDao.demand",
                        "select forecast_product, expected_demand from stock_forecast(?)",
                        row -> row.getInt(1),
                        seconds)
                .size()));
        return rows.get();
    }
}
